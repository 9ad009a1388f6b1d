"""What a text is made of: papers, sections, meetings, attendance, front sheets."""

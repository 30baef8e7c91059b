namespace IssueTracker.Tour;

public sealed class SampleData;

using DynamoGen;

namespace IssueTracker.Issues;

/// <summary>Keys hold an enum's stored names, so that these are chosen to sort the most severe first.</summary>
public enum Severity
{
    [EnumName("1-critical")]
    Critical,

    [EnumName("2-major")]
    Major,

    [EnumName("3-minor")]
    Minor,
}

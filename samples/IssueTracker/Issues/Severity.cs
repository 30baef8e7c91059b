using DynamoGen;

namespace IssueTracker.Issues;

/// <summary>Keys hold an enum's stored names, so that these are chosen to sort by severity.</summary>
public enum Severity
{
    [EnumName("3-critical")]
    Critical,

    [EnumName("2-major")]
    Major,

    [EnumName("1-minor")]
    Minor,
}

using DynamoGen;

namespace IssueTracker.Issues;

public enum IssueStatus
{
    [EnumName("open")]
    Open,

    [EnumName("closed")]
    Closed,
}

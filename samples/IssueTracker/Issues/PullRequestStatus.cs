using DynamoGen;

namespace IssueTracker.Issues;

public enum PullRequestStatus
{
    [EnumName("open")]
    Open,

    [EnumName("merged")]
    Merged,

    [EnumName("declined")]
    Declined,
}

using DynamoGen;

namespace IssueTracker.Accounts;

public enum MemberRole
{
    [EnumName("member")]
    Member,

    [EnumName("admin")]
    Administrator,
}

using DynamoGen;

namespace IssueTracker.Accounts;

public enum AccountKind
{
    [EnumName("user")]
    User,

    [EnumName("organization")]
    Organization,
}

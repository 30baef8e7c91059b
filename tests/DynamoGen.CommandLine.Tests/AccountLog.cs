using DynamoGen.Streams;

namespace DynamoGen.CommandLine.Tests;

/// <summary>A handler whose event source has a filter.</summary>
[StreamHandler<ShopTable>(Name = "account-log")]
public sealed partial class AccountLog
{
    public List<string> Seen { get; } = [];

    private ValueTask Inserted(Account account, StreamChange change)
    {
        Seen.Add(change.EventId + account.Id);
        return default;
    }

    private ValueTask Removed(Account account, StreamChange change) => Inserted(account, change);
}

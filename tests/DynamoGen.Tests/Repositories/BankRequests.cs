using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Repositories;

// Requests of the shape that the generator emits.
internal readonly struct AccountKey(string id) : IKeyRequest
{
    public void WriteKey(WireWriter writer)
    {
        var key = writer.BeginPartitionKey("{\"pk\":{\"S\":\""u8);
        Account.Keys.Primary.WritePartitionKey(ref key, id);
        writer.EndKey(key, "\"},\"sk\":{\"S\":\"BALANCE\"}}"u8);
    }
}

internal readonly struct PutAccount(Account account) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new AccountKey(account.Id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Item\":"u8);
        writer.Item<Account, Account.Marshaller>(account);
    }
}

internal readonly struct CreateAccount(Account account) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new AccountKey(account.Id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Item\":"u8);
        writer.Item<Account, Account.Marshaller>(account);
        writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#pk)\",\"ExpressionAttributeNames\":{\"#pk\":\"pk\"}"u8);
    }
}

/// <summary>Adds to a balance that must suffice.</summary>
internal readonly struct AddToAccount(string id, long amount) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new AccountKey(id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        writer.Raw(",\"UpdateExpression\":\"SET #b = #b + :a\",\"ConditionExpression\":\"#b >= :m\",\"ExpressionAttributeNames\":{\"#b\":\"Balance\"}"u8);
        writer.Raw(",\"ExpressionAttributeValues\":{\":a\":{\"N\":\""u8);
        writer.Number(amount);
        writer.Raw("\"},\":m\":{\"N\":\""u8);
        writer.Number(amount < 0 ? -amount : 0);
        writer.Raw("\"}}"u8);
    }
}

internal readonly struct DeleteAccount(string id, long? ifBalance = null) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new AccountKey(id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        if (ifBalance is { } balance)
        {
            WriteBalance(writer, balance);
        }
    }

    internal static void WriteBalance(WireWriter writer, long balance)
    {
        writer.Raw(",\"ConditionExpression\":\"#b = :b\",\"ExpressionAttributeNames\":{\"#b\":\"Balance\"}"u8);
        writer.Raw(",\"ExpressionAttributeValues\":{\":b\":{\"N\":\""u8);
        writer.Number(balance);
        writer.Raw("\"}}"u8);
    }
}

/// <summary>Demands a balance, in a transaction.</summary>
internal readonly struct CheckAccount(string id, long balance) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new AccountKey(id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Key\":"u8);
        WriteKey(writer);
        DeleteAccount.WriteBalance(writer, balance);
    }
}

internal readonly struct PostingKey(string id) : IKeyRequest
{
    public void WriteKey(WireWriter writer)
    {
        var key = writer.BeginPartitionKey("{\"pk\":{\"S\":\""u8);
        Posting.Keys.Primary.WritePartitionKey(ref key, id);
        writer.EndKey(key, "\"}}"u8);
    }
}

internal readonly struct CreatePosting(Posting posting) : IWriteRequest
{
    public void WriteKey(WireWriter writer) => new PostingKey(posting.Id).WriteKey(writer);

    public void Write(WireWriter writer)
    {
        writer.Raw(",\"Item\":"u8);
        writer.Item<Posting, Posting.Marshaller>(posting);
        writer.Raw(",\"ConditionExpression\":\"attribute_not_exists(#pk)\",\"ExpressionAttributeNames\":{\"#pk\":\"pk\"}"u8);
    }
}

using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Transactions;

namespace DynamoGen.Testing;

/// <summary>What an action of a transaction does, as DynamoDB is told of it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html">TransactWriteItem</see>.</remarks>
public sealed class RecordedAction
{
    private static readonly Dictionary<string, AttributeValue> None = [];

    private RecordedAction(TransactionAction action, string kind, JsonElement content)
    {
        Action = action;
        Kind = Enum.Parse<ActionKind>(kind);
        Item = content.TryGetProperty("Item", out var item) ? RecordedItem.Read(item) : null;
        Key = content.TryGetProperty("Key", out var key) ? RecordedItem.Read(key) : RecordedItem.KeyOf(action.Pattern.Table, Item!);
        Condition = Text(content, "ConditionExpression");
        Update = Text(content, "UpdateExpression");
        Values = content.TryGetProperty("ExpressionAttributeValues", out var values) ? RecordedItem.Read(values) : None;
        Names = content.TryGetProperty("ExpressionAttributeNames", out var names)
            ? names.EnumerateObject().ToDictionary(static name => name.Name, static name => name.Value.GetString()!)
            : [];
    }

    /// <summary>The action.</summary>
    public TransactionAction Action { get; }

    /// <summary>The name of its access pattern, such as <c>IOrders.PutAction</c>.</summary>
    public string AccessPattern => Action.Pattern.Name;

    /// <summary>The table as it is declared.</summary>
    public string Table => Action.Pattern.Table.Name;

    /// <summary>What it does.</summary>
    public ActionKind Kind { get; }

    /// <summary>The primary key of the item.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Key { get; }

    /// <summary>The whole item that a Put writes, keys and marks included; null for what is no Put.</summary>
    public IReadOnlyDictionary<string, AttributeValue>? Item { get; }

    /// <summary>The condition expression; null where there is none.</summary>
    public string? Condition { get; }

    /// <summary>The update expression; null for what is no update.</summary>
    public string? Update { get; }

    /// <summary>The names behind the placeholders of both expressions.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The values behind the placeholders of both expressions.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Values { get; }

    /// <summary>
    /// Reads what an action does, also one that no transaction was given: of one with unique values, the write of the item. Their markers stand in its JSON.
    /// </summary>
    /// <param name="action">The action, which a repository has made.</param>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built.</exception>
    public static RecordedAction Of(TransactionAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var sent = JsonDocument.Parse(action.ToJson());
        var member = sent.RootElement[0].EnumerateObject().First();
        return new RecordedAction(action, member.Name, member.Value);
    }

    /// <summary>Reads <see cref="Item"/> as an entity.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <exception cref="InvalidOperationException">The action is no Put.</exception>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    public TEntity ItemAs<TEntity, TMarshaller>()
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        AttributeMap.Read<TEntity, TMarshaller>(Item ?? throw new InvalidOperationException($"{AccessPattern} is a {Kind}, which has no item."));

    /// <summary>The access pattern and what it does; never a value.</summary>
    public override string ToString() => $"{AccessPattern} ({Kind})";

    private static string? Text(JsonElement content, string member) => content.TryGetProperty(member, out var text) ? text.GetString() : null;
}

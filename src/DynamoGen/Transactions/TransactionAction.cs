using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Transactions;

/// <summary>One slot of a transaction: an access pattern and its parameters, not sent yet.</summary>
public abstract class TransactionAction
{
    private protected TransactionAction(AccessPattern pattern, string tableName)
    {
        Pattern = pattern;
        TableName = tableName;
    }

    /// <summary>The access pattern, by whose name errors call the slot.</summary>
    public AccessPattern Pattern { get; }

    /// <summary>The name of the table in this environment.</summary>
    public string TableName { get; }

    /// <summary>
    /// What is sent for the action: elements of <c>TransactItems</c>, as a JSON array. The first is the action itself; those of unique values follow it.
    /// </summary>
    /// <exception cref="DynamoGenException">A value cannot be stored, or a key cannot be built.</exception>
    public virtual string ToJson() => Json([this]);

    /// <summary>The action that the caller gave, of which this one may be a part.</summary>
    internal TransactionAction Whole
    {
        get => field ?? this;
        set;
    }

    /// <summary>What it means when the action's condition does not hold.</summary>
    /// <param name="item">The stored item, or null where there is none or the server does not return it.</param>
    internal virtual TransactionFailureReason ReasonOfFailedCondition(IReadOnlyDictionary<string, AttributeValue>? item) =>
        TransactionFailureReason.ConditionFailed;

    /// <summary>Why the action's condition does not hold, by what is stored.</summary>
    /// <param name="item">The stored item, or null where there is none or the server does not return it.</param>
    /// <param name="now">The time by which items expire.</param>
    internal virtual ConditionFailureReason ReasonOfFailedCondition(IReadOnlyDictionary<string, AttributeValue>? item, DateTimeOffset now) =>
        ConditionFailureReason.Condition;

    /// <summary>The template of the unique constraint that the action is there for, or null.</summary>
    internal virtual string? UniqueConstraint => null;

    /// <summary>Writes the primary key as a JSON object.</summary>
    internal abstract void WriteKey(WireWriter writer);

    /// <summary>Writes the slot as an element of <c>TransactItems</c>.</summary>
    internal abstract void Write(WireWriter writer);

    private protected static string Json(IReadOnlyList<TransactionAction> sent)
    {
        using var writer = new WireWriter();
        writer.Raw("["u8);
        foreach (var action in sent)
        {
            writer.Separator();
            action.Write(writer);
        }

        writer.Raw("]"u8);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private protected void Begin(WireWriter writer, ReadOnlySpan<byte> beginning)
    {
        writer.Raw(beginning);
        writer.Raw("\"TableName\":\""u8);
        writer.Text(TableName);
        writer.Raw("\""u8);
    }
}

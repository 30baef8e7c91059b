using System.Globalization;
using DynamoGen.Serialization;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Tests.Records;

namespace DynamoGen.Streams.Tests.Processing;

/// <summary>A change such as <c>a3</c>: the third record, of the item <c>a</c>.</summary>
internal readonly record struct ScriptedChange(string Item, int Number)
{
    public override string ToString() => $"{Item}{Number}";
}

/// <summary>A handler that fails as it is told to.</summary>
internal sealed class ScriptedHandler : IStreamHandler
{
    public List<string> Handled { get; } = [];

    public Func<ScriptedChange, bool> Fails { get; set; } = _ => false;

    public Func<ScriptedChange, Task> Works { get; set; } = _ => Task.CompletedTask;

    public Action<ScriptedChange> Effect { get; set; } = _ => { };

    public static StreamRecord Record(string change) => Event.Read(Json(change));

    public static string Json(string change) =>
        Event.Json("MODIFY", null, null, change[1..].PadLeft(4, '0'), $$$"""{"pk":{"S":"{{{change[0]}}}"} }""");

    public static ScriptedChange Of(StreamRecord record)
    {
        var reader = new WireReader(record.Keys.Span);
        reader.BeginObject();
        reader.NextMember(out _);
        var item = reader.ReadString();
        return new(item, int.Parse(record.Change.SequenceNumber.ToString(), CultureInfo.InvariantCulture));
    }

    public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        var change = Of(record);
        await Works(change);
        if (Fails(change))
        {
            throw new InvalidOperationException("The script says so.");
        }

        Handled.Add(change.ToString());
        Effect(change);
    }
}

/// <summary>Keeps failed records in a list.</summary>
internal sealed class ListedFailures : IFailedRecords
{
    public List<FailedRecord> Failed { get; } = [];

    public bool Fails { get; set; }

    public ValueTask AddAsync(FailedRecord failed, CancellationToken cancellationToken = default)
    {
        if (Fails)
        {
            throw new InvalidOperationException("The store is away.");
        }

        Failed.Add(failed);
        return default;
    }
}

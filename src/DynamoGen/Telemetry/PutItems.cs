using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Telemetry;

/// <summary>Measures the whole items that a request puts, alone, in a batch or in a transaction. What an update makes of an item is known to the server alone.</summary>
internal static class PutItems
{
    public static void Measure(RequestInstruments instruments, AccessPattern pattern, string tableName, ReadOnlySpan<byte> request)
    {
        if (pattern.Operation is DynamoOperation.PutItem or DynamoOperation.BatchWriteItem or DynamoOperation.TransactWriteItems)
        {
            var reader = new WireReader(request);
            MeasureObject(new Target(instruments, pattern, tableName), ref reader);
        }
    }

    /// <summary>Looks for items in an object of the request's envelope, whose members are never data but in an item or a key.</summary>
    private static void MeasureObject(Target target, ref WireReader reader)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                target.Instruments.ItemPut(target.Pattern, target.TableName, ItemSize.Of(reader.ReadRawJson()));
            }
            else if (name.SequenceEqual("TableName"u8))
            {
                target = target with { TableName = Encoding.UTF8.GetString(reader.ReadText()) };
            }
            else if (name.SequenceEqual("RequestItems"u8))
            {
                MeasureTables(target, ref reader);
            }
            else if (name.SequenceEqual("TransactItems"u8))
            {
                MeasureElements(target, ref reader);
            }
            else if (name.SequenceEqual("PutRequest"u8) || name.SequenceEqual("Put"u8))
            {
                MeasureObject(target, ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }
    }

    private static void MeasureTables(Target target, ref WireReader reader)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            MeasureElements(target with { TableName = Encoding.UTF8.GetString(name) }, ref reader);
        }
    }

    private static void MeasureElements(Target target, ref WireReader reader)
    {
        reader.BeginArray();
        while (reader.NextElement())
        {
            MeasureObject(target, ref reader);
        }
    }

    private readonly record struct Target(RequestInstruments Instruments, AccessPattern Pattern, string TableName);
}

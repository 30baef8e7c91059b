using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoGen.Streams.Dispatch;

namespace DynamoGen.Streams.Lambda;

/// <summary>
/// The <c>FilterCriteria</c> of an event source mapping that lets through what a handler handles, so that no function is paid for that would do nothing.
/// </summary>
/// <remarks>
/// <para>
/// A handler of other items than those of its entities takes every record, and has no filter. A mapping has at most five patterns unless AWS raises the
/// quota; where there would be more, those of modified items are made one, which lets through more than is handled, and never less.
/// </para>
/// <para>
/// See <see href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html">event filtering with DynamoDB</see>.
/// </para>
/// </remarks>
public static class EventFilter
{
    /// <summary>The most patterns of a mapping.</summary>
    public const int MaxPatterns = 5;

    /// <summary>Quotes inside of a pattern, which is JSON in a text of JSON, stay readable.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The filter of a generated handler.</summary>
    /// <typeparam name="THandler">The class marked with <see cref="StreamHandlerAttribute{TTable}"/>.</typeparam>
    /// <returns>The JSON of <c>FilterCriteria</c>, or null where the handler takes every record.</returns>
    public static string? Of<THandler>()
        where THandler : class, IEntityDispatch<THandler> => Of(THandler.Schema);

    /// <summary>The filter of a handler.</summary>
    /// <param name="schema">What it handles.</param>
    /// <returns>The JSON of <c>FilterCriteria</c>, or null where the handler takes every record.</returns>
    public static string? Of(StreamHandlerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.HandlesOther)
        {
            return null;
        }

        var patterns = Patterns(schema);
        return Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Filters");
            foreach (var pattern in patterns)
            {
                writer.WriteStartObject();
                writer.WriteString("Pattern", pattern);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>The patterns of the filter.</summary>
    internal static IReadOnlyList<string> Patterns(StreamHandlerSchema schema)
    {
        var (inserted, modified, removed) = (Of(schema, ChangeKind.Inserted), Of(schema, ChangeKind.Modified), Of(schema, ChangeKind.Removed));
        if (schema.Table.Marks != ItemMarks.Required)
        {
            // Whether an item without a name is of an entity cannot be said in a pattern.
            return
            [
                .. inserted.Length > 0 ? [Pattern(string.Empty, "INSERT")] : Array.Empty<string>(),
                .. removed.Length > 0 ? [Pattern(string.Empty, "REMOVE")] : Array.Empty<string>(),
                Pattern(string.Empty, "MODIFY"),
            ];
        }

        var attribute = schema.Table.TypeAttribute;
        var seesBoth = schema.Table.Stream == StreamView.NewAndOldImages;
        List<string> patterns = [];
        if (inserted.Length > 0)
        {
            patterns.Add(Pattern(attribute, "INSERT", newEntities: Any(inserted)));
        }

        if (removed.Length > 0)
        {
            patterns.Add(Pattern(attribute, "REMOVE", oldEntities: Any(removed)));
        }

        var changed = seesBoth ? Modifications(attribute, inserted, modified, removed).ToArray()
            : modified.Length == 0 ? []
            : schema.Table.Stream == StreamView.OldImage ? [Pattern(attribute, "MODIFY", oldEntities: Any(modified))]
            : [Pattern(attribute, "MODIFY", newEntities: Any(modified))];
        patterns.AddRange(patterns.Count + changed.Length <= MaxPatterns ? changed : [Pattern(attribute, "MODIFY")]);
        return patterns;
    }

    /// <summary>An item that another entity's replaced is a MODIFY too: one entity was removed, the other inserted.</summary>
    private static IEnumerable<string> Modifications(string attribute, string[] inserted, string[] modified, string[] removed)
    {
        foreach (var entity in modified)
        {
            yield return Pattern(attribute, "MODIFY", Any([entity]), Any([entity]));
        }

        foreach (var entity in inserted)
        {
            yield return Pattern(attribute, "MODIFY", AnyBut(entity), Any([entity]));
        }

        foreach (var entity in removed)
        {
            yield return Pattern(attribute, "MODIFY", Any([entity]), AnyBut(entity));
        }
    }

    private static string[] Of(StreamHandlerSchema schema, ChangeKind kind) =>
        [.. schema.Changes.Where(change => change.Kind == kind).Select(change => change.Entity)];

    private static Action<Utf8JsonWriter> Any(string[] entities) => writer =>
    {
        foreach (var entity in entities)
        {
            writer.WriteStringValue(entity);
        }
    };

    private static Action<Utf8JsonWriter> AnyBut(string entity) => writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("anything-but");
        writer.WriteStringValue(entity);
        writer.WriteEndArray();
        writer.WriteEndObject();
    };

    private static string Pattern(
        string attribute, string name, Action<Utf8JsonWriter>? oldEntities = null, Action<Utf8JsonWriter>? newEntities = null) => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("eventName");
        writer.WriteStringValue(name);
        writer.WriteEndArray();
        if (oldEntities is not null || newEntities is not null)
        {
            writer.WriteStartObject("dynamodb");
            Image(writer, attribute, "OldImage", oldEntities);
            Image(writer, attribute, "NewImage", newEntities);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    private static void Image(Utf8JsonWriter writer, string attribute, string image, Action<Utf8JsonWriter>? entities)
    {
        if (entities is null)
        {
            return;
        }

        writer.WriteStartObject(image);
        writer.WriteStartObject(attribute);
        writer.WriteStartArray("S");
        entities(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

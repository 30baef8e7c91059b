using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Lets the error of a value that cannot be sent say where the value is: its entity, and the key attribute or the value's name.</summary>
internal static class UnfitValue
{
    /// <summary>The error that says it: the one that was thrown, or one of the library for what code of the application threw.</summary>
    /// <param name="cause">The error that was thrown.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="writer">The request being written.</param>
    /// <param name="start">Where what was written begins.</param>
    /// <param name="attributeOf">The path of the attribute that a value is for, by its placeholder.</param>
    public static Exception Locate(Exception cause, string entity, WireWriter writer, int start, Func<string, string?> attributeOf)
    {
        switch (cause)
        {
            case ItemValueException unstorable:
                unstorable.Locate(entity, Place(writer, start, attributeOf));
                return cause;
            case KeyException unfit:
                unfit.Locate(entity, Place(writer, start, attributeOf));
                return cause;
            case DynamoGenException:
                return cause;
            default:
                return ForeignCode.Refuses(cause) ? WireWriter.Refused(entity, Place(writer, start, attributeOf), cause) : cause;
        }
    }

    /// <summary>The key attribute or the value that is open, which is behind the last of the members that hold such.</summary>
    private static string? Place(WireWriter writer, int start, Func<string, string?> attributeOf)
    {
        var written = writer.Written.Span[start..];
        if (written is [(byte)'{', ..])
        {
            return writer.OpenPath(start);
        }

        // What a caller gave is escaped, so that none of it looks like a member.
        var values = "\"ExpressionAttributeValues\":"u8;
        var key = ",\"Key\":"u8;
        return written.LastIndexOf(values) is >= 0 and var found ? Named(writer.OpenPath(start + found + values.Length), attributeOf)
            : written.LastIndexOf(key) is >= 0 and var begun ? writer.OpenPath(start + begun + key.Length)
            : null;
    }

    /// <summary>The path that begins with a placeholder, such as <c>:2[1].Price</c>, with the placeholder's name instead.</summary>
    private static string? Named(string? path, Func<string, string?> attributeOf)
    {
        if (path is not [':', ..])
        {
            return path;
        }

        // Behind the placeholder of one of several values stands its number.
        var end = path.AsSpan().IndexOfAny('.', '[') is >= 0 and var found ? found : path.Length;
        var placeholder = path.AsSpan(0, end);
        var number = placeholder.IndexOf('_');
        return attributeOf((number < 0 ? placeholder : placeholder[..number]).ToString()) is { } attribute
            ? string.Concat(attribute, path.AsSpan(end))
            : null;
    }
}

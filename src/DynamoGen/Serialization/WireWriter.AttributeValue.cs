using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization.Numbers;

namespace DynamoGen.Serialization;

/// <content>Attribute values of any type, from the SDK's <see cref="Amazon.DynamoDBv2.Model.AttributeValue"/>.</content>
public partial class WireWriter
{
    /// <summary>Writes an attribute value, such as <c>{"S":"text"}</c>.</summary>
    /// <param name="value">A value of exactly one type. A stream is written whole, wherever its position is.</param>
    /// <exception cref="ItemValueException">
    /// The value is null, is of no type or of several, is an empty set or one of equal elements, a map with an empty name, a NULL that is false, a text
    /// with a lone surrogate, or a number that DynamoDB cannot hold, or values nest more than 32 levels deep.
    /// </exception>
    public void AttributeValue(AttributeValue value)
    {
        if (_depth == AttributeNesting.MaxLevels)
        {
            throw TooDeep();
        }

        var types = CountTypes(value);
        if (types != 1)
        {
            throw new ItemValueException(types == 0
                ? "An attribute value is of no type; DynamoDB requires exactly one."
                : "An attribute value is of several types; DynamoDB requires exactly one.");
        }

        if (value.IsLSet || value.IsMSet)
        {
            Document(value);
        }
        else if (value.IsSSSet || value.IsNSSet || value.IsBSSet)
        {
            Set(value);
            Raw("}"u8);
        }
        else
        {
            Scalar(value);
            Raw("}"u8);
        }
    }

    /// <summary>Writes a whole item of an entity.</summary>
    internal void Attributes(IReadOnlyDictionary<string, AttributeValue> attributes, string entity)
    {
        var start = _length;
        (_depth, _keyed) = (0, 0);
        try
        {
            Raw("{"u8);
            Attributes(attributes);
            Raw("}"u8);
        }
        catch (ItemValueException unstorable)
        {
            unstorable.Locate(entity, OpenPath(start));
            throw;
        }
    }

    private void Attributes(IEnumerable<KeyValuePair<string, AttributeValue>> attributes)
    {
        var earlier = EarlierNames(attributes);
        foreach (var (name, value) in attributes)
        {
            AttributeName(name, earlier);
            AttributeValue(value);
        }
    }

    /// <summary>The names that were met already, to be filled; or null where no name can be met twice.</summary>
    private static HashSet<string>? EarlierNames(IEnumerable<KeyValuePair<string, AttributeValue>> attributes) =>
        attributes is Dictionary<string, AttributeValue> known && StoredDistinctly.IsBy(known.Comparer)
            ? null
            : new HashSet<string>(StringComparer.Ordinal);

    private void AttributeName(string name, HashSet<string>? earlier)
    {
        if (name is { Length: 0 })
        {
            throw EmptyKey();
        }

        if (name is not null && earlier?.Add(name) == false)
        {
            throw EqualKeys();
        }

        MemberName(name!);
    }

    private static int CountTypes(AttributeValue? value)
    {
        if (value is null)
        {
            return 0;
        }

        ReadOnlySpan<bool> types =
        [
            value.S is not null, value.N is not null, value.B is not null, value.BOOL is not null, value.NULL is not null,
            value.IsSSSet, value.IsNSSet, value.IsBSSet, value.IsLSet, value.IsMSet,
        ];
        return types.Count(true);
    }

    private void Scalar(AttributeValue value)
    {
        if (value.S is not null)
        {
            Raw("{\"S\":"u8);
            QuotedText(value.S);
        }
        else if (value.N is not null)
        {
            Raw("{\"N\":"u8);
            QuotedNumber(value.N);
        }
        else if (value.B is not null)
        {
            Raw("{\"B\":"u8);
            QuotedBinary(value.B);
        }
        else if (value.BOOL is { } boolean)
        {
            Raw("{\"BOOL\":"u8);
            Boolean(boolean);
        }
        else
        {
            Raw(value.NULL == true ? "{\"NULL\":true"u8 : throw new ItemValueException("A NULL is false; DynamoDB requires it to be true."));
        }
    }

    private void Set(AttributeValue value)
    {
        if (value.IsSSSet)
        {
            Set("{\"SS\":["u8, value.SS, static (writer, element) => writer.QuotedText(element));
        }
        else if (value.IsNSSet)
        {
            Set("{\"NS\":["u8, value.NS, static (writer, element) => writer.QuotedNumber(element));
        }
        else
        {
            Set("{\"BS\":["u8, value.BS, static (writer, element) => writer.QuotedBinary(element));
        }
    }

    private void Set<T>(ReadOnlySpan<byte> beginning, List<T> elements, Action<WireWriter, T> write)
    {
        if (elements.Count == 0)
        {
            throw new ItemValueException("A set is empty; DynamoDB requires at least one element.");
        }

        Raw(beginning);
        var start = _length - 1;
        foreach (var element in elements)
        {
            Separator();
            write(this, element);
        }

        Raw("]"u8);
        if (HasEqualContents(start, ContentIdentity.Content, beginning[2..]))
        {
            throw new ItemValueException("Two elements of the set are stored alike, which DynamoDB refuses.");
        }
    }

    private void Document(AttributeValue value)
    {
        if (value.IsMSet)
        {
            BeginDictionary();
            Attributes(value.M);
            EndDictionary();
            return;
        }

        BeginDocument("{\"L\":["u8);
        foreach (var element in value.L)
        {
            Separator();
            AttributeValue(element);
        }

        EndDocument("]}"u8);
    }

    private void QuotedText(string text)
    {
        Raw("\""u8);
        Text(text);
        Raw("\""u8);
    }

    private void QuotedNumber(string text)
    {
        Raw("\""u8);
        var start = _length;
        Text(text);
        if (NumberText.Problem(_buffer.AsSpan(start, _length - start)) is { } problem)
        {
            throw new ItemValueException($"A value is {problem}, which DynamoDB cannot store as a number.");
        }

        Raw("\""u8);
    }

    private void QuotedBinary(MemoryStream stream)
    {
        if (stream is null)
        {
            throw new ItemValueException("A binary value is null.");
        }

        Raw("\""u8);
        Binary(stream.TryGetBuffer(out var bytes) ? bytes.AsSpan() : stream.ToArray());
        Raw("\""u8);
    }
}

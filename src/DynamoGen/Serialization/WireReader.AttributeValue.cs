using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization.Numbers;

namespace DynamoGen.Serialization;

/// <content>Attribute values of any type, as the SDK's <see cref="AttributeValue"/>.</content>
public ref partial struct WireReader
{
    /// <summary>Reads an attribute value of any type. Numbers keep their text; sets keep their order.</summary>
    /// <exception cref="ItemFormatException">
    /// There is no attribute value, its type is unknown, its content does not fit the type, a number is none that DynamoDB can hold, a map names an
    /// attribute twice, or values nest more than 32 levels deep.
    /// </exception>
    public AttributeValue ReadAttributeValue()
    {
        // The names in its maps are keys of dictionaries.
        var keyed = _keyed;
        _keyed |= ulong.MaxValue << Math.Clamp(_depth - _itemDepth + 1, 1, 63);
        var value = ReadAttributeValue(level: 1);
        _keyed = keyed;
        return value;
    }

    /// <summary>Reads the value of an attribute that no property knows, whose name is a key of the dictionary that keeps it.</summary>
    /// <exception cref="ItemFormatException">There is no attribute value: see <see cref="ReadAttributeValue()"/>.</exception>
    public AttributeValue ReadUnknownAttribute()
    {
        var keyed = _keyed;
        _keyed |= ulong.MaxValue << Math.Clamp(_depth - _itemDepth, 0, 63);
        var value = ReadAttributeValue(level: 1);
        _keyed = keyed;
        return value;
    }

    /// <summary>Reads a Number value as its text, which may be beyond every number type of .NET.</summary>
    internal string ReadNumberAsText()
    {
        BeginValue("N"u8);
        var text = ReadNumberText();
        EndValue();
        return text;
    }

    /// <summary>Reads the item at the reader's position as attribute values.</summary>
    internal Dictionary<string, AttributeValue> ReadAttributes(string entity)
    {
        BeginItem(entity);
        var attributes = AttributesContent(level: 1);
        EndItem();
        return attributes;
    }

    private AttributeValue ReadAttributeValue(int level)
    {
        SkipWhitespace();
        var start = _position;
        if (level > AttributeNesting.MaxLevels)
        {
            throw Malformed($"at most {AttributeNesting.MaxLevels} nested levels", "more");
        }

        Expect((byte)'{');
        var type = ReadText();
        Expect((byte)':');
        var value = new AttributeValue();
        if (!TryReadScalar(type, value) && !TryReadSet(type, value) && !TryReadDocument(type, value, level))
        {
            _position = start;
            throw Malformed("an attribute value", "an unknown attribute type");
        }

        EndValue();
        return value;
    }

    private bool TryReadScalar(ReadOnlySpan<byte> type, AttributeValue value)
    {
        switch (type)
        {
            case [(byte)'S']:
                value.S = ReadTextElement();
                return true;
            case [(byte)'N']:
                value.N = ReadNumberText();
                return true;
            case [(byte)'B']:
                value.B = ReadStream();
                return true;
            case [(byte)'B', (byte)'O', (byte)'O', (byte)'L']:
                value.BOOL = BooleanContent();
                return true;
            case [(byte)'N', (byte)'U', (byte)'L', (byte)'L']:
                value.NULL = BooleanContent() ? true : throw Malformed("true", "false");
                return true;
            default:
                return false;
        }
    }

    private bool TryReadSet(ReadOnlySpan<byte> type, AttributeValue value)
    {
        switch (type)
        {
            case [(byte)'S', (byte)'S']:
                value.SS = [];
                for (BeginSet(); NextElement();)
                {
                    value.SS.Add(ReadTextElement());
                }

                return true;
            case [(byte)'N', (byte)'S']:
                value.NS = [];
                for (BeginSet(); NextElement();)
                {
                    value.NS.Add(ReadNumberText());
                }

                return true;
            case [(byte)'B', (byte)'S']:
                value.BS = [];
                for (BeginSet(); NextElement();)
                {
                    value.BS.Add(ReadStream());
                }

                return true;
            default:
                return false;
        }
    }

    private bool TryReadDocument(ReadOnlySpan<byte> type, AttributeValue value, int level)
    {
        if (type is not [(byte)'L'] and not [(byte)'M'])
        {
            return false;
        }

        if (type[0] == (byte)'L')
        {
            value.L = ListContent(level + 1);
            value.IsLSet = true;
        }
        else
        {
            BeginObject();
            value.M = AttributesContent(level + 1);
            value.IsMSet = true;
        }

        return true;
    }

    private List<AttributeValue> ListContent(int level)
    {
        var elements = new List<AttributeValue>();
        for (BeginArray(); NextElement();)
        {
            elements.Add(ReadAttributeValue(level));
        }

        return elements;
    }

    private Dictionary<string, AttributeValue> AttributesContent(int level)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        while (NextMember(out var name))
        {
            var start = _position;
            if (!attributes.TryAdd(NameText(name), ReadAttributeValue(level)))
            {
                throw Unfit(start, "an attribute once", "it twice");
            }
        }

        return attributes;
    }

    private void BeginSet()
    {
        BeginArray();
        if (Peek() == (byte)']')
        {
            throw Malformed("a set's element", "the set's end");
        }
    }

    private string ReadTextElement()
    {
        BeginQuotedElement();
        return StringContent();
    }

    private string ReadNumberText()
    {
        BeginQuotedElement();
        var start = _position;
        var text = TextContent();
        return NumberText.Problem(text) is { } problem ? throw Unfit(start, "N", problem) : Encoding.ASCII.GetString(text);
    }

    private MemoryStream ReadStream()
    {
        // Callers can get at the array without a copy.
        BeginQuotedElement();
        var bytes = BinaryContent();
        return new MemoryStream(bytes, 0, bytes.Length, writable: true, publiclyVisible: true);
    }
}

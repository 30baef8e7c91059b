using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>Makes a value that is known only where resources are made a text of JSON.</summary>
internal sealed class JsonText
{
    private readonly List<Value> _parts = [];
    private readonly StringBuilder _text = new();

    /// <summary>The value as a text, or as one of several parts.</summary>
    public static Value Of(Value content)
    {
        var text = new JsonText();
        text.Write(content);
        text.Flush();
        return text._parts is [TextValue whole] ? whole : new JoinedValue(text._parts);
    }

    private void Write(Value value)
    {
        switch (value)
        {
            case BlockValue block:
                WriteMany('{', block.Properties, '}', property =>
                {
                    WriteText(property.Name);
                    _text.Append(':');
                    Write(property.Value);
                });
                break;
            case ListValue list:
                WriteMany('[', list.Items, ']', Write);
                break;
            case TextValue text:
                WriteText(text.Text);
                break;
            case NumberValue number:
                _text.Append(number.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case FlagValue flag:
                _text.Append(flag.Flag ? "true" : "false");
                break;
            default:
                _text.Append('"');
                WriteParts(value is JoinedValue joined ? joined.Parts : [value]);
                _text.Append('"');
                break;
        }
    }

    private void WriteMany<T>(char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        _text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? string.Empty : ",");
            write(items[i]);
        }

        _text.Append(close);
    }

    private void WriteParts(IReadOnlyList<Value> parts)
    {
        foreach (var part in parts)
        {
            if (part is TextValue text)
            {
                _text.Append(JsonEncodedText.Encode(text.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
                continue;
            }

            Flush();
            _parts.Add(part);
        }
    }

    private void WriteText(string text) => _text.Append('"').Append(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append('"');

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _parts.Add(new TextValue(_text.ToString()));
            _text.Clear();
        }
    }
}

using System.Text;

namespace DynamoGen.Filters;

/// <summary>Takes the text of a filter. Names and values get placeholders, which no declared expression has.</summary>
internal sealed class FilterPrinter
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _placeholders = [];
    private readonly List<string> _names = [];
    private readonly List<byte[]> _values = [];
    private readonly HashSet<string> _attributes = [];

    public FilterExpression Printed => new(_text.ToString(), [.. _names], [.. _values], _attributes);

    public void Add(string text) => _text.Append(text);

    public void Add(char c) => _text.Append(c);

    public string Value(byte[] value)
    {
        _values.Add(value);
        return FilterExpression.ValueName(_values.Count - 1);
    }

    /// <summary>Adds a path.</summary>
    /// <param name="root">The attribute of the item itself.</param>
    /// <param name="inner">The names inside of it.</param>
    public void Path(string root, string[] inner)
    {
        _attributes.Add(root);
        _text.Append(Name(root));
        foreach (var name in inner)
        {
            _text.Append('.').Append(Name(name));
        }
    }

    private string Name(string name)
    {
        if (!_placeholders.TryGetValue(name, out var placeholder))
        {
            placeholder = FilterExpression.NameName(_names.Count);
            _placeholders.Add(name, placeholder);
            _names.Add(name);
        }

        return placeholder;
    }
}

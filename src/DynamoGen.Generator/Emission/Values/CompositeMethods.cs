using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Gives each composite type of an entity its pair of methods, <c>WriteX</c> and <c>ReadX</c>, once, however often the type is used.
/// </summary>
internal sealed class CompositeMethods
{
    private readonly Dictionary<string, string> _names = [];
    private readonly FreeNames _free = new([]);
    private readonly Queue<ValueModel> _waiting = new();
    private int _places;

    /// <summary>The name that the methods of the type end in.</summary>
    public string NameOf(ValueModel value)
    {
        if (_names.TryGetValue(value.Signature, out var known))
        {
            return known;
        }

        var name = _free.Take(Describe(value));
        _names.Add(value.Signature, name);
        _waiting.Enqueue(value);
        return name;
    }

    /// <summary>The first of so many places in what a reader learns of attributes' order.</summary>
    public int TakePlaces(int count)
    {
        var first = _places;
        _places += count;
        return first;
    }

    /// <summary>The next type whose methods are to be written.</summary>
    public bool TryNext(out ValueModel value)
    {
        value = _waiting.Count > 0 ? _waiting.Dequeue() : null!;
        return value is not null;
    }

    private static string Describe(ValueModel value) => value switch
    {
        ObjectValue type => type.Name,
        ListValue list => $"ListOf{Describe(list.Element)}",
        SetValue set => $"SetOf{Describe(set.Element)}",
        DictionaryValue { Key: ScalarValue { Kind: ScalarKind.String } } dictionary => $"DictionaryOf{Describe(dictionary.Value)}",
        DictionaryValue dictionary => $"DictionaryOf{Describe(dictionary.Key)}And{Describe(dictionary.Value)}",
        TupleValue tuple => $"TupleOf{string.Join("And", tuple.Elements.Select(Describe))}",
        UnionValue union => union.Name,
        ConvertedValue converted => converted.Name,
        RawValue => "AttributeValue",
        NullableValue nullable => $"Nullable{Describe(nullable.Inner)}",
        EnumValue type => type.Name,
        ScalarValue { Kind: ScalarKind.Number } number => Number(number.TypeName.Substring(number.TypeName.LastIndexOf('.') + 1)),
        ScalarValue scalar => scalar.Kind.ToString(),
        _ => "Value",
    };

    private static string Number(string type) => char.ToUpperInvariant(type[0]) + type.Substring(1);
}

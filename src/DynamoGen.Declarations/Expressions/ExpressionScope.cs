using System.Globalization;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What the expressions of one request can name, and the placeholders that they got for it. No name and no value ever stands in an expression's text.</summary>
internal sealed class ExpressionScope(ObjectValue shape, IReadOnlyList<IParameterSymbol> parameters)
{
    private readonly List<string> _names = [];
    private readonly List<ExpressionValue> _values = [];
    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _attributes = [];
    private readonly Dictionary<string, ObjectValue> _objects = Objects(shape);

    public EquatableArray<string> Names => new(_names);

    public EquatableArray<ExpressionValue> Values => new(_values);

    /// <summary>The parameters that an expression took.</summary>
    public IReadOnlyCollection<string> UsedParameters => _used;

    /// <summary>The attributes of the item itself that the expressions look at.</summary>
    public IReadOnlyCollection<string> Attributes => _attributes;

    /// <summary>A placeholder for the name of one of the item's own attributes.</summary>
    public string Attribute(string attribute)
    {
        _attributes.Add(attribute);
        return Name(attribute);
    }

    /// <summary>A placeholder for an attribute's name.</summary>
    public string Name(string attribute)
    {
        var known = _names.IndexOf(attribute);
        if (known < 0)
        {
            known = _names.Count;
            _names.Add(attribute);
        }

        return "#" + known.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A placeholder for a value.</summary>
    public string Value(ExpressionValue value)
    {
        var known = _values.IndexOf(value);
        if (known < 0)
        {
            known = _values.Count;
            _values.Add(value);
        }

        return ":" + known.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The member of the entity that a property is stored as.</summary>
    public MemberModel Member(string property) => Member(shape, property);

    /// <summary>The member of an object that a property is stored as.</summary>
    public MemberModel Member(ObjectValue type, string property)
    {
        var described = type.IsRecursion && _objects.TryGetValue(type.TypeName, out var outer) ? outer : type;
        return described.Members.FirstOrDefault(member => !member.IsCatchAll && member.Property.TrimStart('@') == property)
            ?? throw new ExpressionException($"names '{property}', which is no stored property of {type.Name}");
    }

    /// <summary>The parameter of the method in whose braces a name stands.</summary>
    public IParameterSymbol Parameter(string name)
    {
        var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new ExpressionException($"takes '{{{name}}}', which is no parameter of the method");
        if (PatternParameters.IsNullable(parameter))
        {
            throw new ExpressionException($"takes '{{{name}}}', which may be null; an expression needs a value (an attribute is removed by REMOVE)");
        }

        _used.Add(name);
        return parameter;
    }

    private static Dictionary<string, ObjectValue> Objects(ObjectValue shape)
    {
        var objects = new Dictionary<string, ObjectValue>();
        void Collect(ValueModel value)
        {
            switch (value)
            {
                case NullableValue nullable:
                    Collect(nullable.Inner);
                    break;
                case ListValue list:
                    Collect(list.Element);
                    break;
                case DictionaryValue dictionary:
                    Collect(dictionary.Value);
                    break;
                case ObjectValue { IsRecursion: false } type when !objects.ContainsKey(type.TypeName):
                    objects.Add(type.TypeName, type);
                    foreach (var member in type.Members)
                    {
                        Collect(member.Value);
                    }

                    break;
            }
        }

        Collect(shape);
        return objects;
    }
}

using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>What the expressions of one method can name: the properties of the entity and the method's parameters. It remembers what they named.</summary>
/// <param name="shape">What the entity stores.</param>
/// <param name="parameters">The method's parameters.</param>
/// <param name="written">The older version in whose form the entity is written; null where that is the current one.</param>
internal sealed class ExpressionScope(ObjectValue shape, IReadOnlyList<IParameterSymbol> parameters, WrittenVersion? written = null)
{
    private readonly HashSet<string> _used = [];
    private readonly HashSet<string> _attributes = [];
    private readonly Dictionary<string, ObjectValue> _objects = Objects(shape);

    /// <summary>The parameters that an expression took.</summary>
    public IReadOnlyCollection<string> UsedParameters => _used;

    /// <summary>The attributes of the item itself that the expressions look at.</summary>
    public IReadOnlyCollection<string> Attributes => _attributes;

    /// <summary>Remembers that an attribute of the item itself is looked at.</summary>
    public void See(string attribute) => _attributes.Add(attribute);

    /// <summary>The member of the entity that a property is stored as.</summary>
    /// <exception cref="ExpressionException">The property is not stored.</exception>
    public MemberModel Member(string property) => written?.Of(property) is { Attribute: null }
        ? throw new ExpressionException($"names '{property}', of which this build writes another form, that of version {written.Version}; "
            + "test it in code, or drop WriteAs first")
        : Member(shape, property);

    /// <summary>How a property is written of which items hold an older form, or of which one is made; null for all others.</summary>
    public WrittenMember? Downcast(string property) => written?.Of(property) is { Update: not WrittenUpdate.Free } member ? member : null;

    /// <summary>What a property is, whatever its items hold, and what is made of it.</summary>
    public DowncastMember Whole(string property) => new(Member(shape, property), shape.TypeName, written!);

    /// <summary>The member of an object that a property is stored as.</summary>
    /// <exception cref="ExpressionException">The property is not stored.</exception>
    public MemberModel Member(ObjectValue type, string property)
    {
        var described = type.IsRecursion && _objects.TryGetValue(type.TypeName, out var outer) ? outer : type;
        return described.Members.FirstOrDefault(member => member.IsStored && member.Property == property)
            ?? throw new ExpressionException(described.Members.Any(member => member.IsKeyOnly && member.Property == property)
                ? $"names '{property}', which the key of {type.Name} alone holds, and no attribute; give it as a part of the key"
                : $"names '{property}', which is no stored property of {type.Name}");
    }

    /// <summary>The parameter of the method in whose braces a name stands.</summary>
    /// <exception cref="ExpressionException">There is no such parameter, or it may be null.</exception>
    public IParameterSymbol Parameter(string name)
    {
        var parameter = OptionalParameter(name);
        return PatternParameters.IsNullable(parameter)
            ? throw new ExpressionException($"takes '{{{name}}}', which may be null; an update needs a value (an attribute is removed by REMOVE)")
            : parameter;
    }

    /// <summary>The parameter of the method in whose braces a name stands, which may be null.</summary>
    /// <exception cref="ExpressionException">There is no such parameter.</exception>
    public IParameterSymbol OptionalParameter(string name)
    {
        var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new ExpressionException($"takes '{{{name}}}', which is no parameter of the method");
        _used.Add(name);
        return parameter;
    }

    /// <summary>The parameter of a name that holds the entity which is written.</summary>
    /// <exception cref="ExpressionException">There is no such parameter.</exception>
    public IParameterSymbol Entity(string name) =>
        parameters.FirstOrDefault(parameter => parameter.Name == name && parameter.Type.PlainName() == shape.TypeName)
        ?? throw new ExpressionException($"takes a property of '{name}', which is no parameter that holds the {shape.Name}");

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

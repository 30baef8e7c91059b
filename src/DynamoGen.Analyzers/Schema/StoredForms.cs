using System.Globalization;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says how values are stored: the type descriptor, and what stands in it.</summary>
internal static class StoredForms
{
    /// <summary>What ends the form of an element that can be NULL; an attribute that is null is not there at all.</summary>
    public const string OrNull = " or null";

    /// <summary>What stands for all attributes that no property stores.</summary>
    public const string Unknown = "unknown attributes";

    /// <summary>What begins the form of one of several types.</summary>
    public const string TypeIn = "M of the type in ";

    /// <summary>An attribute value of any type.</summary>
    public const string Any = "any";

    /// <summary>Adds the members of an item or of an object.</summary>
    /// <param name="attributes">What the item holds.</param>
    /// <param name="parent">The path of the object, or null for the item itself.</param>
    /// <param name="type">The object.</param>
    /// <param name="version">The version of the item, whose upcasters say what it holds.</param>
    public static void AddMembers(IDictionary<string, StoredAttribute> attributes, string? parent, ObjectValue type, int version)
    {
        if (type.OlderShapes.FirstOrDefault(older => older.From >= version) is { } older)
        {
            AddMembers(attributes, parent, older.Stored, int.MaxValue);
            return;
        }

        foreach (var member in type.Members)
        {
            if (member.IsCatchAll)
            {
                attributes[AttributePath.Unknown(parent)] = new StoredAttribute(Unknown, false);
                continue;
            }

            if (member.IsKeyOnly)
            {
                // The lock holds the key's template.
                continue;
            }

            if (member.Value is RegionalValue regional)
            {
                foreach (var attribute in member.Attributes)
                {
                    AddMember(attributes, parent, member, attribute, regional.Part);
                }

                continue;
            }

            switch (member.Upcasters.FirstOrDefault(candidate => candidate.From >= version))
            {
                case { IsMerge: true } merge:
                    foreach (var parameter in merge.Parameters)
                    {
                        AddMember(attributes, parent, parameter, parameter.Attribute, null);
                    }

                    break;
                case var upcaster:
                    AddMember(attributes, parent, member, upcaster?.Attribute ?? member.Attribute, upcaster?.Stored);
                    break;
            }
        }
    }

    /// <summary>Adds what holds a member, or a parameter of an upcaster; <paramref name="stored"/> is what an older version stored for it.</summary>
    private static void AddMember(IDictionary<string, StoredAttribute> attributes, string? parent, MemberModel member, string name, ValueModel? stored)
    {
        var path = parent is null ? AttributePath.Root(name) : AttributePath.Member(parent, name);
        var isRequired = member.Absence == AbsenceMeaning.Error;

        // Two members of one version may have come from the same attribute.
        var wasRequired = attributes.TryGetValue(path, out var other) && other.IsRequired;
        Add(attributes, path, stored ?? member.Value);
        var form = attributes[path].Form + (member.WritesNull && stored is null or NullableValue ? OrNull : string.Empty);
        attributes[path] = isRequired || wasRequired
            ? new StoredAttribute(form, true)
            : new StoredAttribute(form, false, AbsentForms.Of(member), AbsentForms.IsOmitted(member));
    }

    private static void Add(IDictionary<string, StoredAttribute> attributes, string path, ValueModel value)
    {
        attributes[path] = new StoredAttribute(Form(value), false);
        AddContent(attributes, path, Bare(value));
    }

    private static void AddContent(IDictionary<string, StoredAttribute> attributes, string path, ValueModel value)
    {
        switch (value)
        {
            case ListValue list:
                AddElement(attributes, AttributePath.Elements(path), list.Element);
                break;
            case DictionaryValue dictionary:
                AddElement(attributes, AttributePath.Values(path), dictionary.Value);
                break;
            case TupleValue tuple:
                for (var i = 0; i < tuple.Elements.Count; i++)
                {
                    AddElement(attributes, AttributePath.Element(path, i), tuple.Elements[i]);
                }

                break;
            case ObjectValue type:
                AddMembers(attributes, path, type, int.MaxValue);
                break;
            case UnionValue { IsRecursion: false } union:
                foreach (var single in union.Cases)
                {
                    Add(attributes, AttributePath.Case(path, single.Discriminator!.Name), single with { Discriminator = null });
                }

                break;
        }
    }

    private static void AddElement(IDictionary<string, StoredAttribute> attributes, string path, ValueModel value)
    {
        Add(attributes, path, value);
        if (value is NullableValue)
        {
            attributes[path] = new StoredAttribute(attributes[path].Form + OrNull, false);
        }
    }

    /// <summary>The value that stands in the item: what is inside of a nullable one, a wrapper or a converter.</summary>
    public static ValueModel Bare(ValueModel value) => value switch
    {
        NullableValue nullable => Bare(nullable.Inner),
        ConvertedValue converted => Bare(converted.Stored),
        _ => value,
    };

    private static string Form(ValueModel value) => value switch
    {
        NullableValue nullable => Form(nullable.Inner),
        ScalarValue scalar => $"{TypeDescriptors.Of(scalar)} {Scalar(scalar)}",
        EnumValue { IsNumber: true } numbers => $"N {(numbers.IsFlags ? $"flags {numbers.Underlying.TypeName()} " : "enum ")}{EnumNumbers(numbers)}".TrimEnd(),
        EnumValue names => "S enum " + EnumNames(names),
        ConvertedValue converted => Converted(converted),
        RawValue => Any,
        TupleValue tuple => $"L of {tuple.Elements.Count}",
        SetValue set => Set(set),
        DictionaryValue dictionary => "M by " + Form(dictionary.Key).Substring(2),
        ObjectValue { IsRecursion: true } or UnionValue { IsRecursion: true } => "M recursive",
        UnionValue union => $"{TypeIn}{AttributePath.Root(union.Discriminator)}",
        _ => TypeDescriptors.Of(value),
    };

    /// <summary>The names of the members, as they stand in items. The word that the lock has for itself stands in quotes.</summary>
    public static string EnumNames(EnumValue type) =>
        string.Join(", ", type.Members
            .Select(member => member.StoredName == StoredAttribute.RequiredWord ? $"'{member.StoredName}'" : AttributePath.Root(member.StoredName)));

    /// <summary>The names of the members in C#, and the numbers that stand in items.</summary>
    private static string EnumNumbers(EnumValue type) =>
        string.Join(", ", type.Members.Select(member => $"{member.Name}={member.Number.ToString(CultureInfo.InvariantCulture)}"));

    private static string Set(SetValue set)
    {
        var element = Form(set.Element);
        return $"{element[0]}S{element.Substring(1)}";
    }

    private static string Scalar(ScalarValue scalar) => scalar.Kind switch
    {
        ScalarKind.String => "string",
        ScalarKind.Boolean => "bool",
        ScalarKind.Char => "char",
        ScalarKind.Binary => "bytes",
        // Numbers are named as C# names them, and those without a keyword as their types.
        _ => scalar.IsNumber && !scalar.TypeName.StartsWith("global::", StringComparison.Ordinal) ? scalar.TypeName : scalar.Kind.ToString(),
    };

    /// <summary>A wrapper is stored as its value; of a converter nothing is known but its full name.</summary>
    private static string Converted(ConvertedValue converted) => converted.Conversion switch
    {
        EpochConversion epoch => epoch.IsSeconds ? "N epoch seconds" : "N epoch milliseconds",
        ConverterConversion converter => $"{Form(converted.Stored)} through {TypeNames.Readable(converter.TypeName)}",
        _ => Form(converted.Stored),
    };
}

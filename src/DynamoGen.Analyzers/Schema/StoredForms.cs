using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Says how values are stored: the type descriptor, and what stands in it.</summary>
internal static class StoredForms
{
    /// <summary>What ends the form of an element that can be NULL; an attribute that is null is not there at all.</summary>
    public const string OrNull = " or null";

    /// <summary>Adds a value and all that it holds.</summary>
    public static void Add(IDictionary<string, StoredAttribute> attributes, string path, ValueModel value, bool isRequired)
    {
        // Two members of one version may have come from the same attribute.
        var wasRequired = attributes.TryGetValue(path, out var other) && other.IsRequired;
        attributes[path] = new StoredAttribute(Form(value), isRequired || wasRequired);
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
                AddMembers(attributes, path, type);
                break;
            case UnionValue { IsRecursion: false } union:
                foreach (var single in union.Cases)
                {
                    Add(attributes, AttributePath.Case(path, single.Discriminator!.Name), single with { Discriminator = null }, isRequired: false);
                }

                break;
        }
    }

    private static void AddElement(IDictionary<string, StoredAttribute> attributes, string path, ValueModel value)
    {
        Add(attributes, path, value, isRequired: false);
        if (value is NullableValue)
        {
            attributes[path] = new StoredAttribute(attributes[path].Form + OrNull, false);
        }
    }

    private static void AddMembers(IDictionary<string, StoredAttribute> attributes, string path, ObjectValue type)
    {
        foreach (var member in type.Members.Where(member => !member.IsCatchAll))
        {
            Add(attributes, AttributePath.Member(path, member.Attribute), member.Value, member.Absence == AbsenceMeaning.Error);
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
        EnumValue { IsNumber: true } number => $"N enum {number.Name}",
        EnumValue names => "S enum " + EnumNames(names),
        ConvertedValue converted => Converted(converted),
        RawValue => "any",
        TupleValue tuple => $"L of {tuple.Elements.Count}",
        SetValue set => Set(set),
        DictionaryValue dictionary => "M by " + Form(dictionary.Key).Substring(2),
        ObjectValue { IsRecursion: true } or UnionValue { IsRecursion: true } => "M recursive",
        UnionValue union => $"M of the type in {AttributePath.Root(union.Discriminator)}",
        _ => TypeDescriptors.Of(value),
    };

    /// <summary>The names of the members, as they stand in items. The word that the lock has for itself stands in quotes.</summary>
    public static string EnumNames(EnumValue type) =>
        string.Join(", ", type.Members
            .Select(member => member.StoredName == StoredAttribute.RequiredWord ? $"'{member.StoredName}'" : AttributePath.Root(member.StoredName)));

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

    /// <summary>A wrapper is stored as its value; of a converter nothing is known but its name.</summary>
    private static string Converted(ConvertedValue converted) => converted.Conversion switch
    {
        EpochConversion epoch => epoch.IsSeconds ? "N epoch seconds" : "N epoch milliseconds",
        ConverterConversion converter => $"{Form(converted.Stored)} through {converter.Name}",
        _ => Form(converted.Stored),
    };
}

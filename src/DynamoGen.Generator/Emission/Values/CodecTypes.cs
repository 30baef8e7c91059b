using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Names the codec of each value: one of the run time, or one that is generated into the marshaller of the entity.</summary>
internal sealed class CodecTypes
{
    private readonly Dictionary<string, string> _names;
    private readonly string _prefix;

    /// <param name="entity">The entity whose marshaller holds the generated codecs.</param>
    /// <param name="isInside">Whether the code that names them stands in the marshaller itself.</param>
    public CodecTypes(EntityReference entity, bool isInside = false)
    {
        _names = entity.Codecs.ToDictionary(codec => codec.Signature, codec => codec.Name);
        _prefix = isInside ? string.Empty : $"{entity.FullName}.{entity.Marshaller}.";
    }

    /// <summary>The name of the generated codec of a nested object or of a type that is one of several.</summary>
    public string Generated(ValueModel value) => _prefix + Name(value) + "Codec";

    /// <summary>The name of the generated names of an enum.</summary>
    public string EnumNames(EnumValue type) => _prefix + Name(type) + "Names";

    /// <summary>The name of the generated test for an enum's members.</summary>
    public string EnumMembers(EnumValue type) => _prefix + Name(type) + "Members";

    /// <summary>The name of the generated way to a wrapper and back.</summary>
    public string Wrapper(ConvertedValue value) => _prefix + Name(value) + "Wrapper";

    /// <summary>The codec of a value, for use as a type argument.</summary>
    public string Of(ValueModel value) => value switch
    {
        ScalarValue { IsNumber: true } number => $"{Names.Codecs}.NumberCodec<{number.TypeName}>",
        ScalarValue scalar => $"{Names.Codecs}.{scalar.Kind}Codec",
        RawValue => $"{Names.Codecs}.AttributeValueCodec",
        NullableValue nullable =>
            $"{Names.Codecs}.{(nullable.Inner.IsReference ? "NullableReferenceCodec" : "NullableCodec")}<{nullable.Inner.TypeName}, "
                + $"{Of(nullable.Inner)}>",
        EnumValue { IsFlags: true } flags => $"{Names.Codecs}.FlagsCodec<{flags.TypeName}, {flags.Underlying.TypeName()}>",
        EnumValue { IsNumber: true } number => $"{Names.Codecs}.EnumNumberCodec<{number.TypeName}, {number.Underlying.TypeName()}, {EnumMembers(number)}>",
        EnumValue names => $"{Names.Codecs}.EnumCodec<{names.TypeName}, {EnumNames(names)}>",
        ConvertedValue converted => Converted(converted),
        ListValue list => List(list),
        SetValue set => Set(set),
        DictionaryValue dictionary => Dictionary(dictionary),
        TupleValue tuple => Tuple(tuple.Elements.ToArray()),
        _ => Generated(value),
    };

    private string Name(ValueModel value) => _names[CodecName.SignatureOf(value)!];

    private string Converted(ConvertedValue converted)
    {
        if (converted.Conversion is BytesConversion bytes)
        {
            return $"{Names.Codecs}.{(bytes.Kind == BytesKind.ImmutableArray ? "ImmutableBytes" : bytes.Kind.ToString())}Codec";
        }

        if (converted.Conversion is IsoMillisecondsConversion instant)
        {
            return $"{Names.Codecs}.{(instant.IsOffset ? "DateTimeOffset" : "DateTime")}IsoMillisecondsCodec";
        }

        var converter = converted.Conversion switch
        {
            ConverterConversion own => own.TypeName,
            EpochConversion epoch => $"{Names.Codecs}.{(epoch.IsOffset ? "DateTimeOffset" : "DateTime")}Epoch{(epoch.IsSeconds ? "Seconds" : "Milliseconds")}",
            _ => Wrapper(converted),
        };
        var codec = converted.Conversion is WrapperConversion { IsPlain: true } ? "WrapperCodec" : "ConverterCodec";
        var scalar = QuotedValue.Is(converted.Stored) ? "Scalar" : string.Empty;
        return $"{Names.Codecs}.{scalar}{codec}<{converted.TypeName}, {ValueTypes.CSharp(converted.Stored)}, {converter}, {Of(converted.Stored)}>";
    }

    private string List(ListValue list)
    {
        var element = $"{ValueTypes.CSharp(list.Element)}, {Of(list.Element)}";
        return list.Kind switch
        {
            ListKind.Array => $"{Names.Codecs}.ArrayCodec<{element}>",
            ListKind.ImmutableArray => $"{Names.Codecs}.ImmutableArrayCodec<{element}>",
            ListKind.ImmutableList => $"{Names.Codecs}.ImmutableListCodec<{list.TypeName}, {element}>",
            _ => $"{Names.Codecs}.ListCodec<{list.TypeName}, {element}>",
        };
    }

    private string Set(SetValue set)
    {
        var own = set.Kind is SetKind.HashSet or SetKind.ImmutableHashSet ? set.TypeName + ", " : string.Empty;
        return $"{Names.Codecs}.{set.Kind}Codec<{own}{ValueTypes.CSharp(set.Element)}, {Of(set.Element)}>";
    }

    private string Dictionary(DictionaryValue dictionary)
    {
        var own = dictionary.Kind is DictionaryKind.Dictionary or DictionaryKind.ImmutableDictionary ? dictionary.TypeName + ", " : string.Empty;
        var types = $"{ValueTypes.CSharp(dictionary.Key)}, {ValueTypes.CSharp(dictionary.Value)}, {Of(dictionary.Key)}, {Of(dictionary.Value)}";
        return $"{Names.Codecs}.{dictionary.Kind}Codec<{own}{types}>";
    }

    /// <summary>Behind seven elements, the rest of a tuple is a tuple of its own.</summary>
    private string Tuple(IReadOnlyList<ValueModel> elements)
    {
        const int Most = 7;
        var types = elements.Take(Most).Select(ValueTypes.CSharp);
        var codecs = elements.Take(Most).Select(Of);
        if (elements.Count > Most)
        {
            var rest = elements.Skip(Most).ToArray();
            types = types.Append(RestType(rest));
            codecs = codecs.Append(Tuple(rest));
        }

        return $"{Names.Codecs}.TupleCodec<{string.Join(", ", types.Concat(codecs))}>";
    }

    private static string RestType(IReadOnlyList<ValueModel> elements) => elements.Count == 1
        ? $"global::System.ValueTuple<{ValueTypes.CSharp(elements[0])}>"
        : $"({string.Join(", ", elements.Select(ValueTypes.CSharp))})";
}

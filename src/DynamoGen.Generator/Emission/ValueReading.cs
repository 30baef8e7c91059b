using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

/// <summary>Writes the expressions by which generated code reads attribute values from the local <c>reader</c>.</summary>
internal sealed class ValueReading(CompositeMethods composites)
{
    public string Value(ValueModel value) => value switch
    {
        NullableValue nullable => $"(reader.TryReadNull() ? default({nullable.Inner.TypeName}?) : {Value(nullable.Inner)})",
        ScalarValue { Kind: ScalarKind.Number } number => $"reader.ReadNumber<{number.TypeName}>()",
        ScalarValue scalar => $"reader.Read{scalar.Kind}()",
        EnumValue { IsFlags: true } flags => $"({flags.TypeName})reader.ReadNumber<{flags.UnderlyingType}>()",
        EnumValue type => $"{EnumEmitter.ReadMethod(type)}(ref reader)",
        _ => $"Read{composites.NameOf(value)}(ref reader)",
    };

    /// <summary>Reads the content of a scalar that stands in quotes.</summary>
    public static string Content(ScalarValue scalar) =>
        scalar.Kind == ScalarKind.Number ? $"reader.NumberContent<{scalar.TypeName}>()" : $"reader.{scalar.Kind}Content()";

    /// <summary>Reads one element of a set.</summary>
    public static string SetElement(ScalarValue element) => element.Kind switch
    {
        ScalarKind.String => "reader.ReadStringElement()",
        ScalarKind.Binary => "reader.ReadBinaryElement()",
        _ => $"reader.ReadNumberElement<{element.TypeName}>()",
    };

    /// <summary>The method that reads an enum by its member's name.</summary>
    public static void EmitEnum(SourceWriter writer, EnumValue type)
    {
        writer.Open($"private static {type.TypeName} {EnumEmitter.ReadMethod(type)}(ref {Names.WireReader} reader)");
        writer.Line("var start = reader.Position;");
        writer.Line($"return {EnumEmitter.ParseMethod(type)}(reader.ReadStringBytes(), out var value) ? value : throw reader.UnknownMember(start, {Text.Literal(type.Name)});");
        writer.Close();
    }
}

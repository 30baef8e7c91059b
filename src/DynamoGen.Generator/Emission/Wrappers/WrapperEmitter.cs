using DynamoGen.Declarations.Values;
using DynamoGen.Declarations.Wrappers;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Wrappers;

/// <summary>Writes the generated half of a wrapper: from text and to text, and as JSON.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="wrapper">The wrapper.</param>
internal sealed class WrapperEmitter(SourceWriter writer, WrapperModel wrapper)
{
    private const string Json = "global::System.Text.Json.Serialization";
    private const string Provider = "global::System.IFormatProvider? provider";
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>A date's kind comes back: otherwise <c>Z</c> would become a local time.</summary>
    private const string KeepsKind = "global::System.Globalization.DateTimeStyles.RoundtripKind";

    public static string Emit(WrapperModel wrapper)
    {
        var writer = new SourceWriter().OpenFile(wrapper.Type);
        new WrapperEmitter(writer, wrapper).Emit();
        return writer.CloseFile(wrapper.Type);
    }

    private string Self => wrapper.Type.FullName;

    private string Value => wrapper.Value.TypeName();

    private string Contract => $"global::DynamoGen.IWrapper<{Self}, {Value}>";

    private void Emit()
    {
        if (Lacks(WrapperParts.JsonConverter))
        {
            writer.Line($"[{Json}.JsonConverter(typeof(global::DynamoGen.WrapperJsonConverter<{Self}, {Value}>))]");
        }

        writer.Open($"{Text.Declaration(wrapper.Type.Declaration)} : {Contract}, global::System.IParsable<{Self}>");
        writer.Line($"static {Json}.JsonConverter<{Value}{(IsText ? "?" : string.Empty)}> {Contract}.ValueConverter => "
            + $"{Json}.Metadata.JsonMetadataServices.{wrapper.Value}Converter;").Line();
        writer.Line($"static {Self} {Contract}.FromValue({Value} value) => new(value);");
        EmitParse();
        EmitTryParse();
        EmitToString();
        writer.Close();
    }

    private void EmitParse()
    {
        if (!Lacks(WrapperParts.Parse))
        {
            return;
        }

        writer.Line().Line("/// <summary>Reads the text of the value.</summary>");
        writer.Line("/// <param name=\"s\">The text.</param>").Line("/// <param name=\"provider\">How it is written; null for the current culture.</param>");
        writer.Line("/// <returns>The wrapper of the value.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">The text is null.</exception>");
        if (!IsText)
        {
            writer.Line("/// <exception cref=\"global::System.FormatException\">The text is no such value.</exception>");
        }

        var value = wrapper.Value switch
        {
            ScalarKind.String => Text.NotNull("s"),
            ScalarKind.DateTime => $"{Value}.Parse(s, provider, {KeepsKind})",
            _ => $"{Value}.Parse(s, provider)",
        };
        writer.Line(Names.GeneratedCode).Line($"public static {Self} Parse(string s, {Provider}) => new({value});");
    }

    private void EmitTryParse()
    {
        if (!Lacks(WrapperParts.TryParse))
        {
            return;
        }

        writer.Line().Line("/// <summary>Reads the text of the value, if it is one.</summary>");
        writer.Line("/// <param name=\"s\">The text.</param>").Line("/// <param name=\"provider\">How it is written; null for the current culture.</param>");
        writer.Line("/// <param name=\"result\">The wrapper of the value.</param>").Line("/// <returns>Whether the text is such a value.</returns>");
        writer.Line(Names.GeneratedCode);
        writer.Open("public static bool TryParse([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? s, "
            + $"{Provider}, out {Self} result)");
        writer.Open($"if ({IsValue})");
        EmitWrapped();
        writer.Close().Line("result = default;").Line("return false;").Close();
    }

    private string IsValue => wrapper.Value switch
    {
        ScalarKind.String => "s is { } value",
        ScalarKind.DateTime => $"{Value}.TryParse(s, provider, {KeepsKind}, out var value)",
        _ => $"{Value}.TryParse(s, provider, out var value)",
    };

    /// <summary>What a constructor that a person wrote refuses is no value of the wrapper.</summary>
    private void EmitWrapped()
    {
        if (wrapper.IsPlain)
        {
            writer.Line("result = new(value);").Line("return true;");
            return;
        }

        writer.Open("try").Line("result = new(value);").Line("return true;").Close();
        writer.Open("catch (global::System.Exception refusal) when (refusal is global::System.ArgumentException or global::System.FormatException)");
        writer.Line("result = default;").Line("return false;").Close();
    }

    private void EmitToString()
    {
        if (!Lacks(WrapperParts.Text))
        {
            return;
        }

        var text = wrapper.Value switch
        {
            ScalarKind.String => "Value ?? string.Empty",
            ScalarKind.Guid => "Value.ToString()",
            ScalarKind.TimeSpan => $"Value.ToString(\"c\", {Invariant})",
            ScalarKind.DateTimeOffset or ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.TimeOnly => $"Value.ToString(\"O\", {Invariant})",
            _ => $"Value.ToString({Invariant})",
        };
        writer.Line().Line("/// <summary>The text of the value in any culture, which is read back.</summary>").Line("/// <returns>The text.</returns>");
        writer.Line(Names.GeneratedCode).Line($"public override string ToString() => {text};");
    }

    private bool IsText => wrapper.Value == ScalarKind.String;

    private bool Lacks(WrapperParts part) => (wrapper.Declared & part) == 0;
}

using System.Globalization;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Writes the loop that reads an object's attributes. It guesses each attribute from the one before it, as the last item had them, and compares its bytes with a literal; a name that was
/// guessed wrong is looked up, and learned.
/// </summary>
/// <param name="writer">Where it is written.</param>
/// <param name="firstPlace">The first of the reader's places for what is learned of this type.</param>
/// <param name="unknown">The statement that keeps an attribute that is not known, or null to step over it.</param>
internal sealed class AttributeLoop(SourceWriter writer, int firstPlace, string? unknown = null)
{
    /// <summary>How many places the loop learns in: one for each attribute, for the beginning, and for an attribute that is not known.</summary>
    public static int Places(int attributes) => attributes + 3;

    public void Emit(IReadOnlyList<AttributeCase> cases)
    {
        var end = Number(cases.Count + 1);
        writer.Line("var last = 0;").Open("while (true)");
        writer.Line("var isNamed = false;").Line($"var attribute = reader.Predict({Place()});").Line().Line("again:");
        writer.Open("switch (attribute)");
        for (var i = 0; i < cases.Count; i++)
        {
            writer.Open($"case {Number(i + 1)} when {Condition(cases[i])}:");
            cases[i].EmitBody();
            writer.Line("break;").Close();
        }

        writer.Open($"case {end} when !isNamed && reader.TryEndObject():").Line("goto end;").Close();
        EmitDefault(cases, end);
        writer.Close();
        writer.Open("if (isNamed)").Line($"reader.Learn({Place()}, attribute);").Close();
        writer.Line("last = attribute;").Close().Line().Line("end:");
    }

    private void EmitDefault(IReadOnlyList<AttributeCase> cases, string end)
    {
        writer.Open("default:");
        writer.Open("if (isNamed)").Line("reader.SkipValue();").Line("break;").Close();
        writer.Open("if (!reader.NextMember(out var name))").Line($"reader.Learn({Place()}, {end});").Line("goto end;").Close();
        writer.Line("isNamed = true;").Open("attribute = name.Length switch");
        foreach (var (single, number) in cases.Select((single, i) => (single, i + 1)).OrderBy(pair => pair.single.NameLength))
        {
            writer.Line($"{Number(single.NameLength)} when global::System.MemoryExtensions.SequenceEqual(name, {Text.Utf8(single.Name)}) => {Number(number)},");
        }

        writer.Line($"_ => {Number(cases.Count + 2)},").Close(";");
        if (unknown is not null)
        {
            writer.Open($"if (attribute == {Number(cases.Count + 2)})").Line(unknown).Line("last = attribute;").Line("continue;").Close();
        }

        writer.Line("goto again;").Close();
    }

    private string Place() => firstPlace == 0 ? "last" : $"{Number(firstPlace)} + last";

    private static string Condition(AttributeCase single)
    {
        var beginning = Text.Utf8($",\"{JsonText.Of(single.Name)}\":{single.Opening}");
        return single.Type is null ? $"reader.IsNext(isNamed, {beginning})" : $"reader.IsNext(isNamed, {beginning}, {Text.Utf8(single.Type)})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One attribute that a type knows.</summary>
/// <param name="name">Its name.</param>
/// <param name="opening">What of its value is stepped over with its name when it was guessed.</param>
/// <param name="type">The type descriptor, where <paramref name="opening"/> goes up to the content in quotes; null where the body reads the value from its beginning.</param>
/// <param name="emitBody">Writes the statements that read it.</param>
internal sealed class AttributeCase(string name, string opening, string? type, Action emitBody)
{
    public string Name { get; } = name;

    public int NameLength { get; } = System.Text.Encoding.UTF8.GetByteCount(name);

    public string Opening { get; } = opening;

    public string? Type { get; } = type;

    public Action EmitBody { get; } = emitBody;

    /// <summary>An attribute whose value is known and only stepped over.</summary>
    public static AttributeCase Skipped(SourceWriter writer, string name) => new(name, string.Empty, null, () => writer.Line("reader.SkipValue();"));
}

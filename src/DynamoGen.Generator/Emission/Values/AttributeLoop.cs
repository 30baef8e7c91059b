using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Writes the loop that reads an object's attributes. It guesses each attribute from the one before it, as the last item had them, and compares its
/// bytes with a literal; a name that was guessed wrong is looked up, and learned.
/// </summary>
/// <param name="writer">Where it is written.</param>
/// <param name="table">The field of the type's attributes.</param>
/// <param name="firstPlace">The first of the reader's places for what is learned of this type.</param>
/// <param name="unknown">The statement that keeps an attribute that is not known, or null to step over it.</param>
internal sealed class AttributeLoop(SourceWriter writer, string table, int firstPlace, string? unknown = null)
{
    /// <summary>How many attributes are remembered as bits of a number.</summary>
    private const int MostBits = 62;

    /// <summary>How many places the loop learns in: one for each attribute, for the beginning, and for an attribute that is not known.</summary>
    public static int Places(int attributes) => attributes + 3;

    /// <summary>The condition that an attribute was found, by its number.</summary>
    public static string IsFound(int attributes, int number) =>
        attributes > MostBits ? $"found.Has({Text.Number(number)})" : $"(found & (1UL << {Text.Number(number)})) != 0";

    public void Emit(IReadOnlyList<AttributeCase> cases, bool tracksFound)
    {
        var end = Text.Number(cases.Count + 1);
        if (tracksFound)
        {
            writer.Line(cases.Count > MostBits ? $"var found = default({Names.AttributeSet});" : "var found = 0UL;");
        }

        writer.Line($"var (last, attribute, isNamed) = (0, reader.Predict({Place("0")}), false);").Open("while (true)").Open("switch (attribute)");
        EmitCases(cases);
        writer.Line($"case {end} when !isNamed && reader.TryEndObject():").Indented("goto end;");
        EmitDefault(end);
        writer.Close();
        if (tracksFound)
        {
            writer.Line(cases.Count > MostBits ? "found.Add(attribute);" : "found |= 1UL << attribute;");
        }

        writer.Line($"reader.Learn(isNamed, {Place("last")}, attribute);");
        writer.Line($"(last, attribute, isNamed) = (attribute, reader.Predict({Place("attribute")}), false);").Close().Line().Line("end:");
    }

    /// <summary>Attributes that are read alike share their statements.</summary>
    private void EmitCases(IReadOnlyList<AttributeCase> cases)
    {
        for (var i = 0; i < cases.Count; i++)
        {
            writer.Line($"case {Text.Number(i + 1)} when {Condition(cases[i])}:");
            if (!cases[i].IsSkipped || i + 1 == cases.Count || !cases[i + 1].IsSkipped || cases[i].Type is null != cases[i + 1].Type is null)
            {
                writer.Indent();
                cases[i].EmitBody();
                writer.Line("break;").Outdent();
            }
        }
    }

    private void EmitDefault(string end)
    {
        var name = unknown is null ? string.Empty : ", out var name";
        writer.Line("default:").Indent();
        writer.Open("if (isNamed)").Line("reader.SkipValue();").Line("break;").Close();
        writer.Line($"attribute = reader.NextNamed({table}, last{name});");
        writer.Open($"if (attribute == {end})").Line("goto end;").Close();
        if (unknown is not null)
        {
            writer.Open($"if (attribute == {table}.Unknown)").Line(unknown).Line("break;").Close();
        }

        writer.Line("isNamed = true;").Line("continue;").Outdent();
    }

    private string Place(string attribute) =>
        firstPlace == 0 ? attribute : attribute == "0" ? Text.Number(firstPlace) : $"{Text.Number(firstPlace)} + {attribute}";

    private static string Condition(AttributeCase single)
    {
        var beginning = Text.Utf8($",\"{JsonText.Of(single.Name)}\":{single.Opening}");
        var method = single.MayBeNull ? "IsNextUnlessNull" : "IsNext";
        return single.Type is null ? $"reader.IsNext(isNamed, {beginning})" : $"reader.{method}(isNamed, {beginning}, {Text.Utf8(single.Type)})";
    }
}

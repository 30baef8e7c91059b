using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>Writes the statements that write the attributes which no property knows of.</summary>
internal static class CatchAllWriting
{
    /// <param name="writer">Where they are written.</param>
    /// <param name="type">The entity or object.</param>
    /// <param name="expression">The C# expression of it.</param>
    /// <param name="own">The attributes that are written beside those of its members.</param>
    public static void Emit(SourceWriter writer, ObjectValue type, string expression, IEnumerable<string> own)
    {
        if (type.Members.FirstOrDefault(member => member.IsCatchAll) is not { } catchAll)
        {
            return;
        }

        var local = new MemberLocals(type).Value(catchAll);
        var known = type.Members.Where(member => !member.IsCatchAll).Select(member => member.Attribute).Concat(own).Distinct().Select(Text.Literal).ToArray();
        writer.Open($"if ({expression}.{catchAll.Property} is {{ }} {local})").Open($"foreach (var pair in {local})");
        if (known.Length > 0)
        {
            writer.Open($"if (pair.Key is {string.Join(" or ", known)})");
            writer.Line($"throw new {Names.ItemValueException}(\"The unknown attributes hold one that another property stores.\");").Close().Line();
        }

        writer.Line("writer.MemberName(pair.Key);").Line("writer.AttributeValue(pair.Value);").Close().Close();
    }
}

using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the members by which errors name the values of a request. Two expressions of one request may use a placeholder for two values.</summary>
internal sealed class ValueNames
{
    private readonly List<(string Placeholder, string Attribute)> _names = [];

    public void Add(ExpressionPrinter printer)
    {
        foreach (var value in printer.Values)
        {
            Add(value.Name, value.Subject);
        }
    }

    public void Add(string placeholder, string attribute)
    {
        var known = _names.FindIndex(name => name.Placeholder == placeholder);
        if (known < 0)
        {
            _names.Add((placeholder, attribute));
        }
        else if (_names[known].Attribute != attribute)
        {
            _names[known] = (placeholder, $"{_names[known].Attribute} or {attribute}");
        }
    }

    public void Emit(SourceWriter writer, EntityReference entity)
    {
        writer.Line().Line($"public static string? Entity => {Text.Literal(entity.Name)};");
        if (_names.Count > 0)
        {
            var cases = string.Concat(_names.Select(name => $"{Text.Literal(name.Placeholder)} => {Text.Literal(name.Attribute)}, "));
            writer.Line().Line($"public static string? AttributeOf(string placeholder) => placeholder switch {{ {cases}_ => null }};");
        }
    }
}

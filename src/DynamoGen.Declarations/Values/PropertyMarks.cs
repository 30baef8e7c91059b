using System.Runtime.CompilerServices;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>What a property is marked with. A record's parameter may be marked in the property's place.</summary>
internal static class PropertyMarks
{
    private static readonly ConditionalWeakTable<IPropertySymbol, AttributeData[]> Marks = new();

    public static AttributeData? Mark(this IPropertySymbol property, string metadataName)
    {
        foreach (var attribute in Marks.GetValue(property, All))
        {
            if (attribute.AttributeClass?.IsNamed(metadataName) == true)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Each property is asked for a dozen of marks, while nearly none has any.</summary>
    private static AttributeData[] All(IPropertySymbol property) =>
    [
        .. property.GetAttributes(),
        .. property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == property.Name)
            .SelectMany(parameter => parameter.GetAttributes()),
    ];
}

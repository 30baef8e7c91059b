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

    /// <summary>The same of an attribute that others may be derived from.</summary>
    public static AttributeData? MarkOf(this IPropertySymbol property, string baseName)
    {
        foreach (var attribute in Marks.GetValue(property, All))
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type.IsNamed(baseName))
                {
                    return attribute;
                }
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

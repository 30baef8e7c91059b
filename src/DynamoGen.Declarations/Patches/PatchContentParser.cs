using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patches;

/// <summary>Reads what a patch can change of an entity, and of the objects within it, with what is said of their JSON.</summary>
/// <param name="patch">The patch, inside of which the generated code stands.</param>
internal sealed class PatchContentParser(INamedTypeSymbol patch)
{
    private const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";

    private const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";

    /// <summary>The conditions of <c>[JsonIgnore]</c> under which a property is not read: always, which is the default, and when reading.</summary>
    private const int Always = 1;
    private const int WhenReading = 5;

    /// <summary>Why a property cannot be read from JSON as it is marked, as a sentence; null where all can.</summary>
    public string? Obstacle { get; private set; }

    /// <param name="type">The entity or the nested object.</param>
    /// <param name="fullName">Its name, for use anywhere.</param>
    /// <param name="members">What can be changed of it.</param>
    /// <param name="taken">The names of the patch's other members.</param>
    public PatchContent Parse(ITypeSymbol type, string fullName, IEnumerable<MemberModel> members, HashSet<string> taken)
    {
        var changed = members.ToArray();
        var names = new FreeNames([.. taken, .. changed.Select(member => member.Property)]);
        var properties = changed.Select(member => Property(type, member, names)).ToArray();
        var others = new PatchNames(names.Take("MergePatch"), names.Take("IsEmpty"), names.Take("FromJson"));
        return new PatchContent(fullName, others, new EquatableArray<PatchProperty>(properties));
    }

    private PatchProperty Property(ITypeSymbol type, MemberModel member, FreeNames names)
    {
        if (Declared(type, member.Property) is not { } property)
        {
            return new PatchProperty(member, IsInJson: true, null, null, null);
        }

        var isInJson = property.Mark(JsonIgnore)?.Named("Condition", Always) is not (Always or WhenReading);
        var conversion = isInJson ? Conversion(property) : null;
        var inner = conversion is null ? Inner(property, member, names) : null;
        return new PatchProperty(member, isInJson, property.Mark(JsonPropertyName)?.Text(0), conversion, inner);
    }

    private JsonConversion? Conversion(IPropertySymbol property)
    {
        if (JsonConverters.MarkOf(property) is not { } mark)
        {
            return null;
        }

        if (JsonConverters.Obstacle(mark, property.Type, patch) is { } reason)
        {
            Obstacle ??= $"'{property.Name}' {reason}";
            return null;
        }

        return JsonConverters.By(mark, property.Type);
    }

    /// <summary>The patch of an object that every item has, so that DynamoDB finds the path into it.</summary>
    private InnerPatch? Inner(IPropertySymbol property, MemberModel member, FreeNames names)
    {
        if (member is not { Value: ObjectValue type, Absence: AbsenceMeaning.Error }
            || type is not { IsRecursion: false, Discriminator: null, IsValueType: false, CatchAll: null }
            || type.Members.Count == 0
            || type.Members.Any(inner => inner.Upcasters.Count > 0))
        {
            return null;
        }

        var name = names.Take(member.Property + "Patch");
        return new InnerPatch(name, Parse(property.Type, type.TypeName, type.Members, [name]));
    }

    private static IPropertySymbol? Declared(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

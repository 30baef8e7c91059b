using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Finds the stored members of a type and how each gets back into an object.</summary>
internal static class MemberParser
{
    public static ObjectValue? ParseObject(INamedTypeSymbol type, ValueParser values, Location? location)
    {
        var properties = Properties(type, values.Entity).ToArray();
        var constructor = Constructors.Choose(type, properties, values.Entity);
        if (constructor is null)
        {
            values.Problems.Add(DeclarationRule.Construction, Here(type, location), type.Name, "no accessible constructor has only parameters that are named and typed as its properties");
            return null;
        }

        var members = new List<MemberModel>();
        foreach (var property in properties)
        {
            if (Member(property, type, constructor, values, location) is { } member)
            {
                members.Add(member);
            }
        }

        foreach (var conflict in members.GroupBy(member => member.Attribute).Where(group => group.Count() > 1))
        {
            values.Problems.Add(DeclarationRule.AttributeConflict, Here(type, location), conflict.Key, string.Join("' and '", conflict.Select(member => member.Property)));
        }

        var arguments = constructor.Parameters.Select(parameter => TypeIdentities.Escaped(Constructors.PropertyOf(parameter, properties)!.Name));
        return new ObjectValue(
            type.PlainName(), type.Name, type.IsValueType, IsRecursion: false, new EquatableArray<MemberModel>(members), new EquatableArray<string>(arguments));
    }

    /// <summary>The attribute that a property is stored in.</summary>
    public static string AttributeOf(IPropertySymbol property) => property.Attribute(AttributeNames.AttributeName)?.Text(0) ?? property.Name;

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, INamedTypeSymbol entity)
    {
        var seen = new HashSet<string>();
        var levels = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            levels.Push(current);
        }

        var found = levels.SelectMany(level => level.GetMembers().OfType<IPropertySymbol>()).ToArray();
        foreach (var property in found)
        {
            var last = found.Last(other => other.Name == property.Name);
            if (seen.Add(property.Name) && IsStored(last, entity))
            {
                yield return last;
            }
        }
    }

    private static bool IsStored(IPropertySymbol property, INamedTypeSymbol entity) =>
        !property.IsStatic
        && !property.IsIndexer
        && !property.IsImplicitlyDeclared
        && property.GetMethod is not null
        && property.ExplicitInterfaceImplementations.IsEmpty
        && !property.Has(AttributeNames.Ignore)
        && (property.DeclaredAccessibility == Accessibility.Public || property.Has(AttributeNames.AttributeName))
        && Accessors.CanReach(property.GetMethod, entity);

    private static MemberModel? Member(IPropertySymbol property, INamedTypeSymbol type, IMethodSymbol constructor, ValueParser values, Location? location)
    {
        var place = Here(property, location);
        var parameter = constructor.Parameters.FirstOrDefault(parameter => Constructors.Matches(parameter, property));
        if (Accessors.Binding(property, parameter, type, values.Entity) is not { } binding)
        {
            if (Accessors.IsAutomatic(property))
            {
                values.Problems.Add(DeclarationRule.Construction, place, type.Name, $"property '{property.Name}' can be neither set nor given to the constructor; add an accessor or [Ignore]");
            }

            return null;
        }

        var attribute = AttributeOf(property);
        if (attribute.Length == 0)
        {
            values.Problems.Add(DeclarationRule.AttributeConflict, place, attribute, property.Name);
            return null;
        }

        if (values.Parse(property.Type, place) is not { } value)
        {
            return null;
        }

        return new MemberModel(
            TypeIdentities.Escaped(property.Name),
            attribute,
            value,
            binding,
            Absence(property, parameter, binding, value),
            parameter is { HasExplicitDefaultValue: true } ? DefaultValues.Expression(parameter) : null,
            default);
    }

    private static AbsenceMeaning Absence(IPropertySymbol property, IParameterSymbol? parameter, MemberBinding binding, ValueModel value)
    {
        if (parameter is { HasExplicitDefaultValue: true } || binding is MemberBinding.Assignment or MemberBinding.InitAccessor)
        {
            return AbsenceMeaning.OwnDefault;
        }

        return value switch
        {
            NullableValue => AbsenceMeaning.Default,
            SetValue => AbsenceMeaning.Empty,
            _ when property.IsRequired || parameter is not null => AbsenceMeaning.Error,
            ListValue or DictionaryValue => AbsenceMeaning.Empty,
            _ => AbsenceMeaning.Default,
        };
    }

    /// <summary>A symbol of another assembly has no place in source; what refers to it has.</summary>
    private static Location? Here(ISymbol symbol, Location? otherwise) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? otherwise;
}

using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Finds the stored members of a type and how each gets back into an object.</summary>
internal static class MemberParser
{
    public static ObjectValue? ParseObject(INamedTypeSymbol type, ValueParser values, Location? location)
    {
        if (values.RefusesCollection(type, location ?? Here(type, null)))
        {
            return null;
        }

        var properties = Properties(type, values.Entity).ToArray();
        var constructor = Constructors.Choose(type, properties, values.Entity);
        if (constructor is null)
        {
            values.Problems.Add(DeclarationRule.Construction, Here(type, location), type.Name,
                Constructors.Obstacle(type, properties, values.Entity));
            return null;
        }

        ReportUpcasters(type, values, location);
        var members = new List<MemberModel>();
        foreach (var property in properties)
        {
            if (Member(property, type, Constructors.ParameterOf(property, constructor, properties), values, location) is { } member)
            {
                members.Add(member);
            }
        }

        ReportWhatIsLost(type, constructor, members, values, location);
        if (members.Count(member => member.IsCatchAll) > 1)
        {
            values.Problems.Add(DeclarationRule.StorageForm, Here(type, location), type.Name, "UnknownAttributes", "only one property can hold them");
        }

        foreach (var conflict in members.SelectMany(member => member.Attributes, (member, attribute) => (member.Property, Attribute: attribute))
            .GroupBy(member => member.Attribute).Where(same => same.Count() > 1))
        {
            values.Problems.Add(DeclarationRule.AttributeConflict, Here(type, location), conflict.Key,
                string.Join("' and '", conflict.Select(member => member.Property)));
        }

        var arguments = new EquatableArray<ConstructorArgument>(Constructors.Arguments(constructor, properties));
        return new ObjectValue(type.PlainName(), type.Name, type.IsValueType, IsRecursion: false, new EquatableArray<MemberModel>(members), arguments)
        { Reach = Visibility.ReachOf(type, values.Entity), IsSealed = type.IsSealed };
    }

    /// <summary>The attribute that a property is stored in.</summary>
    public static string AttributeOf(IPropertySymbol property) =>
        property.Mark(DeclarationAttributes.AttributeName) is { } attribute ? attribute.Text(0) ?? string.Empty : property.Name;

    /// <summary>Fields are not stored, and what is required must be: both would be missed only once an item is read.</summary>
    private static void ReportWhatIsLost(INamedTypeSymbol type, IMethodSymbol constructor, List<MemberModel> members, ValueParser values, Location? location)
    {
        if (values.Problems.Any)
        {
            return;
        }

        var mustSet = !Constructors.SetsRequiredMembers(constructor);
        foreach (var member in Levels(type).SelectMany(level => level.GetMembers()))
        {
            if (member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field
                && (field.DeclaredAccessibility == Accessibility.Public || field.IsRequired))
            {
                values.Problems.Add(DeclarationRule.Construction, Here(field, location), type.Name,
                    $"field '{field.Name}' would not be stored; make it a property, or private");
            }
            else if (member is IPropertySymbol { IsRequired: true } && mustSet && members.All(stored => stored.Property != member.Name))
            {
                values.Problems.Add(DeclarationRule.Construction, Here(member, location), type.Name,
                    $"property '{member.Name}' is required but not stored; make it public and stored, or not required");
            }
        }
    }

    /// <summary>Only the entity has a version, so that an upcaster of what it holds, or of a class without a version, would never run.</summary>
    private static void ReportUpcasters(INamedTypeSymbol type, ValueParser values, Location? location)
    {
        foreach (var level in Levels(type).Where(level => !level.Has(DeclarationAttributes.Entity) || !IsEntity(type, values)))
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Upcast)))
            {
                values.Problems.Add(DeclarationRule.Upcaster, Here(method, location), $"upcaster '{method.Name}'",
                    $"stands in '{level.Name}', and would never run; what an entity holds has the entity's version, so let an upcaster of "
                        + $"'{values.Entity.Name}' take the whole property as it was stored");
            }

            foreach (var method in level.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has(DeclarationAttributes.Downcast)))
            {
                values.Problems.Add(DeclarationRule.Upcaster, Here(method, location), $"downcaster '{method.Name}'",
                    $"stands in '{level.Name}', and would never run; let one of '{values.Entity.Name}' yield the whole attribute");
            }
        }
    }

    private static bool IsEntity(INamedTypeSymbol type, ValueParser values) => SymbolEqualityComparer.Default.Equals(type, values.Entity);

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            levels.Push(current);
        }

        return levels;
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, INamedTypeSymbol entity)
    {
        var seen = new HashSet<string>();
        var found = Levels(type).SelectMany(level => level.GetMembers().OfType<IPropertySymbol>()).ToArray();
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
        && property.Name.Length > 0
        && !property.IsIndexer
        && !property.IsImplicitlyDeclared
        && property.GetMethod is not null
        && property.ExplicitInterfaceImplementations.IsEmpty
        && !property.Has(DeclarationAttributes.Ignore)
        && (property.DeclaredAccessibility == Accessibility.Public || property.Has(DeclarationAttributes.AttributeName))
        && Accessors.CanReach(property.GetMethod, entity);

    private static MemberModel? Member(IPropertySymbol property, INamedTypeSymbol type, IParameterSymbol? parameter, ValueParser values, Location? location)
    {
        var place = Here(property, location);
        var isGiven = parameter is not null && (!property.IsRequired || Constructors.SetsRequiredMembers((IMethodSymbol)parameter.ContainingSymbol));
        if (Accessors.Binding(property, isGiven, values.Entity) is not { } binding)
        {
            if (Accessors.IsAutomatic(property))
            {
                values.Problems.Add(DeclarationRule.Construction, place, type.Name,
                    $"property '{property.Name}' can be neither set nor given to the constructor; add an accessor or [Ignore]");
            }

            return null;
        }

        if (binding == MemberBinding.InitAccessor && Accessors.IsInGeneric(property))
        {
            values.Problems.Add(DeclarationRule.Construction, place, type.Name,
                $"init-only property '{property.Name}' of a generic type would lose its initial value; make it required or settable");
            return null;
        }

        if (property.IsRefused())
        {
            values.Problems.Add(DeclarationRule.Construction, place, type.Name,
                $"property '{property.Name}' is obsolete as an error, which keeps generated code from naming it; make that a warning, or add [Ignore]");
            return null;
        }

        values.Use(property);
        if (property.Mark(DeclarationAttributes.UnknownAttributes) is not null)
        {
            return CatchAll(property, binding, values, place);
        }

        if (property.Mark(DeclarationAttributes.KeyOnly) is not null)
        {
            return KeyOnlyMember.Parse(property, binding, IsEntity(type, values), values, place);
        }

        var attribute = AttributeOf(property);
        if (NamingRules.ProblemOfAttribute(attribute) is { } misnamed)
        {
            values.Problems.Add(DeclarationRule.Construction, place, type.Name, $"property '{property.Name}' has an [AttributeName] {misnamed}");
            return null;
        }

        if (RegionalValue.KindOf(property.Type) is { } regional && IsEntity(type, values))
        {
            return Regional(property, regional, attribute, binding, values, place);
        }

        if (values.Parse(property.Type, StorageForm.Of(property), place) is not { } value)
        {
            return null;
        }

        var omits = property.Mark(DeclarationAttributes.OmitDefault) is not null;
        if (omits && (value is NullableValue || !OmittedDefault.Has(value)))
        {
            values.Problems.Add(DeclarationRule.StorageForm, place, property.Type.ToDisplayString(), "OmitDefault",
                value is NullableValue ? "what is null is always left out" : "it has no default value");
            return null;
        }

        if (value.WithoutNull is SetValue && !omits && Accessors.HasContent(property))
        {
            values.Problems.Add(DeclarationRule.Construction, place, type.Name,
                $"property '{property.Name}' has an initial value that would come back in place of an empty set, "
                    + "which DynamoDB does not store; let it be empty");
            return null;
        }

        // The property's own initial value must not take the place of the default that was left out.
        var later = binding is MemberBinding.Assignment or MemberBinding.InitAccessor;
        return new MemberModel(
            property.Name,
            property.ContainingType.PlainName(),
            attribute,
            value,
            omits && later ? MemberBinding.Initializer : binding,
            omits ? AbsenceMeaning.Empty : Absence(property, parameter, binding, value),
            !omits && parameter is { HasExplicitDefaultValue: true } ? DefaultValue.Of(parameter.Type.FullName(), parameter) : null,
            default,
            omits)
        {
            AlsoReads = OtherTypes.Parse(property, value, values.Problems),
            InitialValue = later && !omits ? InitialValue.Of(property) : null,
            MayRefuse = Accessors.IsWritten(property),
            WritesNull = value is NullableValue && (later || parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null }),
        };
    }

    /// <summary>A value of which regions have parts; they are those of the entity's table, and a part is what the type's own <c>Of</c> returns.</summary>
    private static MemberModel? Regional(
        IPropertySymbol property, RegionalKind kind, string attribute, MemberBinding binding, ValueParser values, Location? place)
    {
        var part = property.Type.GetMembers("Of").OfType<IMethodSymbol>().Single().ReturnType;
        if (values.Parse(part, StorageForm.None, place) is not { } stored)
        {
            return null;
        }

        var later = binding is MemberBinding.Assignment or MemberBinding.InitAccessor;
        var value = new RegionalValue(property.Type.PlainName(), kind, stored, new EquatableArray<RegionalPart>([]));
        return new MemberModel(
            property.Name, property.ContainingType.PlainName(), attribute, value,
            later ? MemberBinding.Initializer : binding, AbsenceMeaning.Default, null, default)
        {
            AlsoReads = OtherTypes.Parse(property, value, values.Problems),
            MayRefuse = Accessors.IsWritten(property),
        };
    }

    private static MemberModel? CatchAll(IPropertySymbol property, MemberBinding binding, ValueParser values, Location? place)
    {
        var value = values.Parse(property.Type, StorageForm.None, place);
        var dictionary = value is NullableValue nullable ? nullable.Inner : value;
        if (dictionary is not DictionaryValue { Key: ScalarValue { Kind: ScalarKind.String }, Value: RawValue others, Kind: DictionaryKind.Dictionary })
        {
            values.Problems.Add(DeclarationRule.StorageForm, place, property.Type.ToDisplayString(), "UnknownAttributes",
                "it must be a Dictionary<string, AttributeValue> or one of its interfaces");
            return null;
        }

        var absence = value is NullableValue ? AbsenceMeaning.Default : AbsenceMeaning.Empty;
        var later = binding is MemberBinding.Assignment or MemberBinding.InitAccessor;
        return new MemberModel(
            property.Name, property.ContainingType.PlainName(), string.Empty, value!,
            later ? MemberBinding.Initializer : binding, absence, null, default, IsCatchAll: true)
        {
            AlsoReads = OtherTypes.Parse(property, others, values.Problems),
            MayRefuse = Accessors.IsWritten(property),
        };
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

using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reads the downcasters of single attributes, and compares what each yields with what the upcasters of its version take.</summary>
internal sealed class PropertyDowncasterParser(INamedTypeSymbol type, ObjectValue shape, ValueParser values)
{
    /// <summary>The downcasters by their versions.</summary>
    public ILookup<int, (DowncasterModel Model, IMethodSymbol Method)> Parse(IEnumerable<IMethodSymbol> methods)
    {
        var parsed = methods.Select(method => (Model: Parse(method)!, Method: method)).Where(downcaster => downcaster.Model is not null).ToArray();
        foreach (var second in parsed.GroupBy(downcaster => (DowncasterParser.To(downcaster.Method), downcaster.Model.Attribute))
            .SelectMany(same => same.Skip(1)))
        {
            UpcasterParser.Refuse(
                second.Method, $"is a second one for '{second.Model.Attribute}' of version {DowncasterParser.To(second.Method)}", values.Problems);
        }

        return parsed.ToLookup(downcaster => DowncasterParser.To(downcaster.Method));
    }

    private DowncasterModel? Parse(IMethodSymbol method)
    {
        var to = DowncasterParser.To(method);
        var members = VersionedMember.Of(shape, to);
        var named = method.Attribute(DeclarationAttributes.Downcast)!.Text(1) ?? string.Empty;
        var attribute = AttributeOf(named, members);
        var whole = shape.OlderShapes.FirstOrDefault(older => older.From >= to);
        var problem = NamingRules.ProblemOfAttribute(attribute) is { } misnamed ? $"names an attribute that {misnamed}"
            : whole is not null ? $"yields an attribute of version {to}, whose items '{whole.Method}' takes as a whole; yield them as a whole too"
            : method.Parameters.Length == 0 ? "must have a parameter, a property of the entity"
            : members.FirstOrDefault(member => member.Method is null && member.Attribute == attribute) is { } kept
                ? $"yields '{attribute}', which holds '{kept.Member.Property}' in the form that it has now; leave it out"
            : null;
        if (UpcasterParser.Refuse(method, problem, values.Problems))
        {
            return null;
        }

        var properties = method.Parameters.Select(parameter => PropertyOf(parameter, method)).ToArray();
        return properties.Any(property => property is null) || Value(method, attribute, members) is not { } value
            ? null
            : new DowncasterModel(
                attribute, method.Name, new EquatableArray<string>(properties.OfType<string>()), value, Visibility.ReachOf(method, type));
    }

    /// <summary>The attribute that a name means: one of the older version, or that of a property, or else just the name.</summary>
    private string AttributeOf(string name, IReadOnlyList<VersionedMember> members) =>
        members.Any(member => member.Taken.Any(parameter => parameter.Attribute == name)) ? name
        : shape.Members.FirstOrDefault(member => member.IsStored && member.Property == name)?.Attribute ?? name;

    private string? PropertyOf(IParameterSymbol parameter, IMethodSymbol method)
    {
        var member = shape.Members.FirstOrDefault(member => !member.IsCatchAll && member.Property == parameter.Name)
            ?? shape.Members.FirstOrDefault(member => !member.IsCatchAll && IsNamed(member.Property, parameter.Name));
        var property = member is null ? null : Property(member.Property);
        var problem = property is null ? $"has the parameter '{parameter.Name}', which is no stored property of '{type.Name}'"
            : !SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)
                ? $"takes '{parameter.Name}' as {parameter.Type.ToDisplayString()}, but the property is {property.Type.ToDisplayString()}"
            : property.NullableAnnotation == NullableAnnotation.Annotated && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated
                ? $"takes '{parameter.Name}', which may be null; let the parameter be {property.Type.ToDisplayString()}"
            : null;
        return UpcasterParser.Refuse(method, problem, values.Problems) ? null : member!.Property;
    }

    private IPropertySymbol? Property(string name)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsStatic) is { } property)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>How what it yields is stored: in the form that the upcasters of the version take.</summary>
    private ValueModel? Value(IMethodSymbol method, string attribute, IReadOnlyList<VersionedMember> members)
    {
        var taken = members
            .SelectMany(member => member.Taken, (member, parameter) => (Upcaster: member.Method!, Parameter: parameter, IsMerge: member.Taken.Count > 1))
            .Where(taken => taken.Parameter.Attribute == attribute).ToArray();
        var form = taken.Length == 0 ? null : Parameter(taken[0].Upcaster, taken[0].Parameter);
        var value = values.Parse(method.ReturnType, form is null ? StorageForm.None : StorageForm.Of(form), method.Locations.FirstOrDefault());
        if (value is null)
        {
            return null;
        }

        foreach (var (upcaster, parameter, isMerge) in taken)
        {
            var problem = value.WithoutNull.Signature != parameter.Value.WithoutNull.Signature
                    ? $"yields '{attribute}' as {method.ReturnType.ToDisplayString()}, but '{upcaster}' takes "
                        + TypeNames.Readable(parameter.Value.WithoutNull.TypeName)
                : value is NullableValue && isMerge && parameter.Absence == AbsenceMeaning.Error
                    ? $"may yield null, but '{upcaster}' cannot be without '{attribute}'"
                : null;
            if (UpcasterParser.Refuse(method, problem, values.Problems))
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>The parameter by which an upcaster takes an attribute.</summary>
    private IParameterSymbol? Parameter(string upcaster, MemberModel taken) => type.GetMembers(upcaster).OfType<IMethodSymbol>()
        .Where(method => method.Has(DeclarationAttributes.Upcast))
        .SelectMany(method => method.Parameters.Select(parameter => (From: UpcasterParser.From(method), parameter)))
        .FirstOrDefault(pair => taken.Property.EndsWith($".{pair.From}.{pair.parameter.Name}", StringComparison.Ordinal)).parameter;

    private static bool IsNamed(string property, string parameter) => property.Length == parameter.Length
        && property.Length > 0
        && char.ToUpperInvariant(property[0]) == char.ToUpperInvariant(parameter[0])
        && string.CompareOrdinal(property, 1, parameter, 1, property.Length) == 0;
}

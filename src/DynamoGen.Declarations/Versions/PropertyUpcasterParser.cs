using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Versions;

/// <summary>Reads the upcasters of single properties.</summary>
internal static class PropertyUpcasterParser
{
    public static IReadOnlyList<PropertyUpcaster> Parse(IEnumerable<IMethodSymbol> methods, ObjectValue shape, ValueParser values) =>
        [.. methods.Select(method => Parse(method, shape, values)).OfType<PropertyUpcaster>()];

    /// <summary>Orders one member's upcasters and proves that each takes what the one before it yields.</summary>
    public static EquatableArray<UpcasterModel> Chain(
        INamedTypeSymbol type, MemberModel member, IEnumerable<PropertyUpcaster> upcasters, DeclarationProblems problems)
    {
        var chain = upcasters.Where(upcaster => upcaster.Property == member.Property).OrderBy(upcaster => upcaster.Model.From).ToArray();
        for (var i = 0; i < chain.Length; i++)
        {
            var yields = chain[i].Method.ReturnType;
            var next = Next(chain, i)?.Method.Parameters[0].Type ?? type.GetMembers(member.Property).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            if (i + 1 < chain.Length && chain[i + 1].Model.From == chain[i].Model.From)
            {
                UpcasterParser.Refuse(chain[i + 1].Method, $"is a second one from version {chain[i].Model.From} for '{member.Property}'", problems);
            }
            else if (next is not null
                && !SymbolEqualityComparer.IncludeNullability.Equals(yields, next)
                && !SymbolEqualityComparer.Default.Equals(yields, next))
            {
                UpcasterParser.Refuse(chain[i].Method, $"yields {yields.ToDisplayString()}, but what follows takes {next.ToDisplayString()}", problems);
            }
        }

        return new EquatableArray<UpcasterModel>(chain.Select((upcaster, i) => upcaster.Model with
        {
            KeepsForm = !upcaster.Model.IsMerge
                && KeptForm.Is(upcaster.Method, upcaster.Model.Stored, Next(chain, i)?.Model.Stored ?? member.Value),
        }));
    }

    /// <summary>What takes the value that an upcaster yields: the next of a single attribute. One of several attributes makes the value anew.</summary>
    private static PropertyUpcaster? Next(PropertyUpcaster[] chain, int i) => chain.Skip(i + 1).FirstOrDefault(upcaster => !upcaster.Model.IsMerge);

    private static PropertyUpcaster? Parse(IMethodSymbol method, ObjectValue shape, ValueParser values)
    {
        var attribute = method.Attribute(DeclarationAttributes.Upcast)!;
        var property = attribute.Text(1);
        var member = shape.Members.FirstOrDefault(member => member.Property == property && member.IsStored);
        var storedAs = attribute.Named<string?>("StoredAs", null);
        var problem = member is null ? $"names '{property}', which is no stored property"
            : storedAs is not null && NamingRules.ProblemOfAttribute(storedAs) is { } misnamed ? $"has a StoredAs {misnamed}"
            : storedAs is not null && method.Parameters.Length > 1 ? "takes several attributes; name them by [StoredAs] at its parameters"
            : storedAs is not null && method.Parameters[0].Has(DeclarationAttributes.StoredAs) ? "names its attribute twice"
            : null;
        if (UpcasterParser.Refuse(method, problem, values.Problems))
        {
            return null;
        }

        var from = UpcasterParser.From(method);
        var parameters = method.Parameters.Select(parameter => Parameter(parameter, method, member!, storedAs, from, shape, values)).ToArray();
        if (parameters.Any(parameter => parameter is null))
        {
            return null;
        }

        var twice = parameters.GroupBy(parameter => parameter!.Attribute).FirstOrDefault(same => same.Count() > 1);
        return UpcasterParser.Refuse(method, twice is null ? null : $"takes the attribute '{twice.Key}' twice", values.Problems)
            ? null
            : new PropertyUpcaster(property!, new UpcasterModel(from, method.Name, new EquatableArray<MemberModel>(parameters!), KeepsForm: false), method);
    }

    /// <summary>The attribute of one parameter, which is absent as a property that the constructor sets is.</summary>
    private static MemberModel? Parameter(
        IParameterSymbol parameter, IMethodSymbol method, MemberModel member, string? storedAs, int from, ObjectValue shape, ValueParser values)
    {
        var named = parameter.Attribute(DeclarationAttributes.StoredAs);
        var attribute = storedAs
            ?? (named is not null ? named.Text(0) ?? string.Empty
                : method.Parameters.Length == 1 ? member.Attribute
                : ByName(parameter.Name, shape));
        var problem = attribute is null
            ? $"has the parameter '{parameter.Name}', which is told from several properties by case alone; name its attribute by [StoredAs]"
            : NamingRules.ProblemOfAttribute(attribute) is { } misnamed ? $"has the parameter '{parameter.Name}' with a [StoredAs] {misnamed}"
            : null;
        if (UpcasterParser.Refuse(method, problem, values.Problems)
            || values.Parse(parameter.Type, StorageForm.Of(parameter), parameter.Locations.FirstOrDefault()) is not { } value)
        {
            return null;
        }

        var absence = parameter.HasExplicitDefaultValue ? AbsenceMeaning.OwnDefault
            : value is NullableValue ? AbsenceMeaning.Default
            : value is SetValue ? AbsenceMeaning.Empty
            : AbsenceMeaning.Error;
        return new MemberModel(
            $"{member.Property}.{from}.{parameter.Name}", string.Empty, attribute!, value, MemberBinding.Constructor, absence,
            parameter.HasExplicitDefaultValue ? DefaultValue.Of(parameter.Type.FullName(), parameter) : null, default)
        { AlsoReads = OtherTypes.Parse(parameter, value, values.Problems) };
    }

    /// <summary>
    /// The attribute of the property that a parameter's name means, as a constructor's does, or else the name itself as a property would have it; null
    /// where several properties could be meant.
    /// </summary>
    private static string? ByName(string parameter, ObjectValue shape)
    {
        var alike = shape.Members
            .Where(member => member.IsStored && string.Equals(member.Property, parameter, StringComparison.OrdinalIgnoreCase)).ToArray();
        var exact = alike.FirstOrDefault(member => member.Property == parameter);
        return parameter.Length == 0 ? null
            : alike.Length == 0 ? char.ToUpperInvariant(parameter[0]) + parameter.Substring(1)
            : exact is not null || alike.Length == 1 ? (exact ?? alike[0]).Attribute
            : null;
    }
}

using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The variables by which the struct of an access pattern holds its parameters. The struct's methods have parameters and locals of their own, behind which none must hide.</summary>
internal sealed class PatternLocals
{
    private static readonly HashSet<string> Own =
        ["writer", "key", "shard", "entity", "lower", "upper", .. Enumerable.Range(0, 100).Select(number => "key" + number.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private readonly Dictionary<string, string> _names = [];

    public PatternLocals(AccessPatternModel pattern)
    {
        var free = new FreeNames(Own);
        var parameters = Used(pattern).ToList();
        if (NeedsClock(pattern))
        {
            parameters.Add(new ParameterModel(pattern.Clock!, "global::System.DateTimeOffset"));
        }

        foreach (var parameter in parameters)
        {
            _names.Add(parameter.Name, free.Take(parameter.Name));
        }

        Declarations = string.Join(", ", parameters.Select(parameter => $"{parameter.TypeName} {Local(parameter.Name)}"));
    }

    /// <summary>The parameters as the struct declares them.</summary>
    public string Declarations { get; }

    /// <summary>Whether the pattern's expressions know the time.</summary>
    public static bool NeedsClock(AccessPatternModel pattern)
    {
        var models = new[] { pattern.Write?.Expressions, pattern.Write?.WhenNew, pattern.Filter }.OfType<ExpressionModel>();
        return models.SelectMany(model => model.Values).Any(value =>
            IsClock(pattern, value.Expression) || (value.Key is { } key && key.Parts.Any(part => part.Value is not null && IsClock(pattern, part.Value))));
    }

    /// <summary>The parameters that the struct is created with; the entity's place is taken by what is written.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="entity">The C# expression of the entity that is written.</param>
    /// <param name="clock">The C# expression of the time.</param>
    public static string Arguments(AccessPatternModel pattern, string? entity, string clock)
    {
        var arguments = Used(pattern).Select(parameter => entity is not null && parameter.Name == pattern.EntityParameter ? entity : IsBefore(pattern, parameter) ? Text.NotNull(parameter.Name) : parameter.Name);
        return string.Join(", ", NeedsClock(pattern) ? arguments.Append(clock) : arguments);
    }

    public string Local(string parameter) => _names[parameter];

    private static bool IsBefore(AccessPatternModel pattern, ParameterModel parameter) => parameter.Name == pattern.Write?.Unique?.Before && parameter.Name != pattern.EntityParameter;

    private static bool IsClock(AccessPatternModel pattern, string expression) => expression == pattern.Clock || expression.StartsWith(pattern.Clock + ".", StringComparison.Ordinal);

    private static IEnumerable<ParameterModel> Used(AccessPatternModel pattern) =>
        pattern.Parameters.Where(parameter => parameter.Name != pattern.Cancellation && parameter.Name != pattern.Limit && parameter.Name != pattern.Cursor);
}

using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>
/// The parameters of the struct that is the request of an access pattern: those of the method that the request is made of, the time and the stamps. The
/// struct's methods have parameters and locals of their own, behind which none must hide.
/// </summary>
internal sealed class RequestParameters
{
    /// <summary>The locals that have a number where a request writes several keys.</summary>
    private static readonly string[] Numbered = ["key", "sort", "lower", "upper"];

    private static readonly string[] Own = ["writer", "shard", .. Numbered];

    private readonly PatternModel _pattern;
    private readonly ParameterModel[] _used;
    private readonly ElementSource? _several;
    private readonly PartRegionSource? _part;
    private readonly HashSet<string> _increments;
    private readonly Dictionary<string, string> _names = [];
    private readonly bool _needsRegion;
    private readonly bool _needsMark;
    private readonly bool _needsEpoch;

    public RequestParameters(PatternModel pattern)
    {
        _pattern = pattern;
        var sources = UsedSources.Of(pattern).ToArray();
        var wanted = new HashSet<string>(sources.SelectMany(source => source.Parameters));
        _used = [.. pattern.Signature.Parameters.Where(parameter =>
            wanted.Contains(parameter.Name) || (parameter.Role == ParameterRole.Entity && IsPut(pattern)))];
        NeedsClock = sources.Any(source => source is ClockSource or PartSource);
        _needsRegion = sources.Any(source => source is RegionSource or PartRegionSource);
        _needsMark = sources.Any(source => source is MarkSource);
        _needsEpoch = sources.Any(source => source is EpochSource);
        _several = sources.OfType<ElementSource>().FirstOrDefault();
        _part = sources.OfType<PartRegionSource>().FirstOrDefault();
        _increments = [.. sources.OfType<IncrementSource>().SelectMany(increment => increment.Parameters)];
        var free = new FreeNames([.. Own, .. _used.Select(parameter => parameter.Name).Where(IsNumbered)]);
        foreach (var parameter in _used)
        {
            _names.Add(parameter.Name, free.Take(parameter.Name));
        }

        var (clock, region, mark, epoch) = (free.Take("now"), free.Take("region"), free.Take("mark"), free.Take("epoch"));
        Sources = new SourceExpressions(Local, clock, region, mark, epoch);
        Declarations = string.Join(", ", _used.Select(parameter => $"{TypeOf(parameter)} {Local(parameter.Name)}")
            .Concat(Called($"global::System.DateTimeOffset {clock}", $"string {region}", $"string {mark}", $"long {epoch}")));
    }

    /// <summary>The parameters as the struct declares them.</summary>
    public string Declarations { get; }

    /// <summary>Whether the request knows the time.</summary>
    public bool NeedsClock { get; }

    /// <summary>Writes values inside of the struct.</summary>
    public SourceExpressions Sources { get; }

    /// <summary>The variable that holds a parameter inside of the struct.</summary>
    public string Local(string parameter) => Text.Identifier(_names[parameter]);

    /// <summary>What the struct is created with.</summary>
    /// <param name="entity">The C# expression of the entity that is written.</param>
    /// <param name="clock">The C# expression of the time.</param>
    /// <param name="context">The C# expression of what a write goes through, which knows its region and epoch and makes its mark.</param>
    /// <param name="field">The field of the access pattern.</param>
    public string Arguments(string entity, string clock, string context = "", string field = "")
    {
        var arguments = _used.Select(parameter => parameter.Role == ParameterRole.Entity ? entity
            : IsBefore(parameter) ? Text.NotNull(parameter.Name)
            : parameter.Name == _several?.Parameter ? $"global::System.Linq.Enumerable.ToArray({Text.Identifier(parameter.Name)})"
            : _increments.Contains(parameter.Name) ? $"{Names.RegionalCount}.Increment({Text.Identifier(parameter.Name)})"
            : Text.Identifier(parameter.Name));
        var stamps = Called(clock, Region(context + ".StampedRegion"), context + ".NewMark()", $"{context}.StampedEpoch({field})");
        return string.Join(", ", arguments.Concat(stamps));
    }

    /// <summary>A value has parts of the regions of its table.</summary>
    private string Region(string stamped) =>
        _part is null ? stamped : $"{Names.RegionalCount}.Writer({stamped}, {string.Join(", ", _part.Regions.Select(Text.Literal))})";

    /// <summary>Of what a call knows beside its parameters, what the request needs.</summary>
    private IEnumerable<string> Called(string clock, string region, string mark, string epoch) =>
        (NeedsClock ? [clock] : Array.Empty<string>()).Concat(_needsRegion ? [region] : []).Concat(_needsMark ? [mark] : []).Concat(_needsEpoch ? [epoch] : []);

    /// <summary>Several values are copied, so that they stay the same for all requests.</summary>
    private string TypeOf(ParameterModel parameter) => parameter.Name == _several?.Parameter ? _several.TypeName + "[]" : parameter.TypeName;

    private bool IsBefore(ParameterModel parameter) => _pattern is WritePattern { Unique.Before: { } before } && parameter.Name == before;

    private static bool IsNumbered(string name) => Numbered.Contains(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));

    private static bool IsPut(PatternModel pattern) => pattern is WritePattern { Kind: WriteKind.Put };
}

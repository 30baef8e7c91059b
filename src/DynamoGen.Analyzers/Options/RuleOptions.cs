using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Options;

/// <summary>The options that hold in one source file.</summary>
internal readonly struct RuleOptions(AnalyzerConfigOptions options)
{
    public static readonly RuleOption<bool> ExcludeTestProjectsOption = new(
        "dynamogen.exclude_test_projects", true, "true", bool.TryParse);

    public static readonly RuleOption<int> LowCardinalityThresholdOption = new(
        "dynamogen.low_cardinality_threshold", 100, "100", TryReadCount);

    public static readonly RuleOption<ImmutableArray<string>> ScanAllowedTypesOption = new(
        "dynamogen.DG3001.allowed_types", ImmutableArray<string>.Empty, "", TryReadNames);

    public static readonly RuleOption<ImmutableArray<string>> ScanAllowedTablesOption = new(
        "dynamogen.DG3001.allowed_tables", ImmutableArray<string>.Empty, "", TryReadNames);

    /// <summary>Whether a project that references a test framework is left alone.</summary>
    public bool ExcludeTestProjects => ExcludeTestProjectsOption.In(options);

    /// <summary>A partition key with fewer possible values than this counts as low-cardinality.</summary>
    public int LowCardinalityThreshold => LowCardinalityThresholdOption.In(options);

    /// <summary>The types, by full name, that may Scan.</summary>
    public ImmutableArray<string> ScanAllowedTypes => ScanAllowedTypesOption.In(options);

    /// <summary>The tables that may be scanned.</summary>
    public ImmutableArray<string> ScanAllowedTables => ScanAllowedTablesOption.In(options);

    private static bool TryReadCount(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TryReadNames(string text, out ImmutableArray<string> value)
    {
        value = text.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).ToImmutableArray();
        return true;
    }
}

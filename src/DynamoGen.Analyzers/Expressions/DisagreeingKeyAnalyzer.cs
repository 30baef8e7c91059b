using System.Collections.Concurrent;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5008: requests that give keys of different attributes of items in one table.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisagreeingKeyAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.DisagreeingKeys,
        title: "Keys of one table disagree",
        messageFormat: "The key of '{0}' is {1} here and {2} in {3}; DynamoDB accepts the one that the table was created with and refuses the other every time",
        RuleCategories.Expressions,
        DiagnosticSeverity.Warning,
        description: "A table has one primary key, and a request for an item gives all of its attributes and no others.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Creates the analyzer.</summary>
    public DisagreeingKeyAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var reader = new GivenKeys(sdk);
        var keys = new ConcurrentBag<GivenKey>();
        context.RegisterOperationAction(
            context =>
            {
                if (reader.In(context.Operation) is { } key && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
                {
                    keys.Add(key);
                }
            },
            OperationKind.ObjectCreation,
            OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            var tables = new Lazy<MappedTables>(() => new MappedTables(dynamo.Compilation, sdk));
            foreach (var table in keys.GroupBy(key => key.Table))
            {
                var declared = string.Join(" + ", tables.Value.KeysOf(table.Key).OrderBy(name => name, StringComparer.Ordinal));
                Compare([.. table], declared, end.ReportDiagnostic);
            }
        });
    }

    /// <summary>
    /// Reports the keys that differ from the one a class with <c>[DynamoDBTable]</c> declares, or else from the one of most requests; all of them where
    /// none is more frequent than the others.
    /// </summary>
    private static void Compare(List<GivenKey> keys, string declared, Action<Diagnostic> report)
    {
        var shapes = keys.GroupBy(key => key.Attributes).OrderByDescending(shape => shape.Count()).ThenBy(shape => shape.Key, StringComparer.Ordinal).ToList();
        var right = declared.Length > 0 ? declared : shapes.Count > 1 && shapes[0].Count() > shapes[1].Count() ? shapes[0].Key : null;
        foreach (var key in keys.Where(key => key.Attributes != right))
        {
            var other = keys.Where(candidate => right is null ? candidate.Attributes != key.Attributes : candidate.Attributes == right)
                .OrderBy(candidate => candidate.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(candidate => candidate.Place.SourceSpan.Start)
                .FirstOrDefault();
            if (other is not null)
            {
                report(Diagnostic.Create(Rule, key.Place, [other.Place], key.Table, key.Attributes, other.Attributes, PlaceOf(other)));
            }
        }
    }

    private static string PlaceOf(GivenKey key)
    {
        var span = key.Place.GetLineSpan();
        return $"{Path.GetFileName(span.Path)}:{span.StartLinePosition.Line + 1}";
    }
}

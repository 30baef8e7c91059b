using System.Collections.Concurrent;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG3013: a SELECT in PartiQL that asks for no partition key, which DynamoDB runs as a Scan.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StatementScanAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.StatementScan,
        title: "SELECT without the partition key is a Scan",
        messageFormat: "This SELECT {0}: {1}; add '{2} = ?' to WHERE, or say why with [AllowScan(\"why\")]",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "A SELECT is a Query only where WHERE compares the partition key by = or IN; otherwise it reads the whole table or index.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Creates the analyzer.</summary>
    public StatementScanAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var statements = StatementsOf(sdk);
        var exemptions = new ScanExemptions(dynamo, sdk);
        var keys = new SeenKeys(sdk);
        var open = new ConcurrentBag<OpenSelect>();
        context.RegisterOperationAction(context => keys.Look(context.Operation), OperationKind.ObjectCreation, OperationKind.Invocation);
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            if (!open.IsEmpty)
            {
                var mapped = new MappedTables(dynamo.Compilation, sdk);
                var declared = new DeclaredHashKeys(dynamo.Compilation);
                Judge(open, KeysOf, end.ReportDiagnostic);

                IEnumerable<string> KeysOf(string table, string index) =>
                    mapped.ClassesOf(table).SelectMany(type => MappedClass.HashKeysOf(type, index, sdk))
                        .Concat(declared.Of(table, index)).Concat(keys.Of(table, index));
            }
        });

        void Analyze(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is IPropertyReferenceOperation { Property: var property }
                && statements.Contains(property)
                && ConstantText.Of(assignment.Value) is { } text
                && PartiqlSelect.Read(text) is { } select
                && !exemptions.Cover(assignment, context.ContainingSymbol)
                && !dynamo.OptionsOf(assignment.Syntax.SyntaxTree).ScanAllowedTables.Contains(select.Table)
                && !IsOnePage(assignment))
            {
                if (select.Condition is not null)
                {
                    open.Add(new OpenSelect(select, property, assignment.Value.Syntax.GetLocation()));
                }
                else if (!IsExtended(assignment, property))
                {
                    context.ReportDiagnostic(Tell(new OpenSelect(select, property, assignment.Value.Syntax.GetLocation()), "has no WHERE", "partitionKey"));
                }
            }
        }
    }

    private static HashSet<ISymbol> StatementsOf(SdkSymbols sdk) =>
        new(
            new[] { "ExecuteStatementRequest", "BatchStatementRequest" }
                .SelectMany(request => sdk.TypeNamed($"Model.{request}")?.GetMembers("Statement").AsEnumerable() ?? []),
            SymbolEqualityComparer.Default);

    /// <summary>As a Scan with a limit, one that lists a page and does not go on reads as many items as it returns.</summary>
    private static bool IsOnePage(ISimpleAssignmentOperation statement) =>
        statement.Parent is IObjectOrCollectionInitializerOperation request
        && request.Initializers.OfType<ISimpleAssignmentOperation>().Any(other => Sets(other, "Limit"))
        && !request.Initializers.OfType<ISimpleAssignmentOperation>().Any(other => Sets(other, "NextToken"));

    private static bool Sets(ISimpleAssignmentOperation assignment, string property) =>
        assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property;

    /// <summary>Whether the same member appends to the statement.</summary>
    private static bool IsExtended(ISimpleAssignmentOperation statement, IPropertySymbol property) =>
        LocalVariable.BodyOf(statement).Descendants().OfType<ICompoundAssignmentOperation>()
            .Any(append => append.Target is IPropertyReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Property, property));

    private static void Judge(IEnumerable<OpenSelect> statements, Func<string, string, IEnumerable<string>> keysOf, Action<Diagnostic> report)
    {
        foreach (var statement in statements)
        {
            var select = statement.Select;
            var candidates = keysOf(select.Table, select.Index).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToList();
            if (candidates.Count > 0 && !select.FixesOneOf(candidates))
            {
                var names = string.Join(" nor ", candidates.Select(name => $"'{name}'"));
                var fault = candidates.Count == 1 ? $"does not compare the partition key {names} by = or IN" : $"compares neither {names} by = or IN";
                report(Tell(statement, fault, candidates[0]));
            }
        }
    }

    private static Diagnostic Tell(OpenSelect statement, string fault, string key)
    {
        var place = statement.Select.Index.Length == 0 ? statement.Select.Table : $"{statement.Select.Table}.{statement.Select.Index}";
        var consequence = statement.Property.ContainingType.Name == "BatchStatementRequest"
            ? "a batch reads by whole primary keys alone and answers with an error"
            : $"DynamoDB scans and bills every item of '{place}', 1.3 million read units for 10 GB";
        return Diagnostic.Create(Rule, statement.Place, fault, consequence, key);
    }

    /// <summary>A statement that the keys of its table decide on.</summary>
    private sealed record OpenSelect(PartiqlSelect Select, IPropertySymbol Property, Location Place);
}

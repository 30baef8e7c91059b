using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// DG2008: a key that is spread over shards, built by hand for one shard that is written down. A declared access pattern asks every shard, so this
/// can only happen where code calls the generated key builder itself.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneShardAnalyzer : DynamoAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.OneShard,
        title: "Sharded key is built for one shard only",
        messageFormat: "'{0}' is spread over {1} shards, and this is the key of shard {2} alone; "
            + "declare the read as an access pattern, which asks all of them, or take ShardOf for one item's own",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "The items of a sharded key are spread over all its shards by a hash of their primary keys. "
            + "A query of one shard finds a random part of them.");

    /// <summary>Creates the analyzer.</summary>
    public OneShardAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is not null)
        {
            context.RegisterOperationAction(operation => Analyze(operation, dynamo), OperationKind.Invocation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, DynamoCompilation dynamo)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "PartitionKey" or "WritePartitionKey", IsStatic: true } method
            && !dynamo.Excludes(call.Syntax.SyntaxTree)
            && ShardedKey(method.ContainingType) is { } key
            && call.Arguments.Single(argument => argument.Parameter!.Ordinal == method.Parameters.Length - 1).Value
                is { ConstantValue: { HasValue: true, Value: int shard } } value)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), key.PartitionTemplate, key.Shards, shard));
        }
    }

    /// <summary>The key that a class builds, if it is the generated one of an entity's key with shards: its last parameter is the shard.</summary>
    private static KeyModel? ShardedKey(INamedTypeSymbol builder) =>
        builder.ContainingType is { ContainingType: { } entity } keys
        && keys.Has("System.CodeDom.Compiler.GeneratedCodeAttribute")
        && entity.Has(DeclarationAttributes.Entity)
        && EntityParser.Parse(entity, new DeclarationProblems()) is { } model
        && model.KeysClass == keys.Name
            ? model.Keys.FirstOrDefault(key => key.Shards > 0 && key.Name == builder.Name)
            : null;
}

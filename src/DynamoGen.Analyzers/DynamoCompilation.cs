using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers;

/// <summary>What the rules know of one compilation that uses DynamoDB; everything is resolved once.</summary>
internal sealed class DynamoCompilation
{
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly Lazy<bool> _isTestProject;

    private DynamoCompilation(Compilation compilation, AnalyzerConfigOptionsProvider options, SdkSymbols? sdk, DeclarationSymbols? declarations)
    {
        _options = options;
        _isTestProject = new Lazy<bool>(() => TestFrameworks.AreReferencedBy(compilation));
        Compilation = compilation;
        Sdk = sdk;
        Declarations = declarations;
    }

    public Compilation Compilation { get; }

    /// <summary>The AWS SDK, or null if it is not referenced.</summary>
    public SdkSymbols? Sdk { get; }

    /// <summary>DynamoGen's attributes, or null if it is not referenced.</summary>
    public DeclarationSymbols? Declarations { get; }

    /// <summary>Null if the compilation references neither the AWS SDK nor DynamoGen.</summary>
    public static DynamoCompilation? Find(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var sdk = SdkSymbols.Find(compilation);
        var declarations = DeclarationSymbols.Find(compilation);
        return sdk is null && declarations is null ? null : new DynamoCompilation(compilation, options, sdk, declarations);
    }

    public RuleOptions OptionsOf(SyntaxTree tree) => new(_options.GetOptions(tree));

    /// <summary>Whether the file belongs to a test project and test projects are left alone there.</summary>
    public bool Excludes(SyntaxTree tree) => _isTestProject.Value && OptionsOf(tree).ExcludeTestProjects;
}

using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.CodeFixes;

/// <summary>Puts statements where they may stand.</summary>
internal static class FixSource
{
    public const string TopLevel = "top-level";
    public const string Single = "single";
    public const string Declaration = "declaration";

    private const string Client =
        "IAmazonDynamoDB client = new AmazonDynamoDBClient(); IDynamoDBContext context = null!; var number = Environment.TickCount; _ = (client, context, number);";

    /// <summary>In functions that await.</summary>
    public static IReadOnlyList<string> AsyncPlaces { get; } = ["method", "lambda", "local function", TopLevel, "switch", "else"];

    /// <summary>In functions that do not.</summary>
    public static IReadOnlyList<string> Places { get; } =
        ["plain method", "plain lambda", "plain local function", TopLevel, "plain switch", "task method", "task lambda", "void overload"];

    public static string Of(FixCase single, string place) => place switch
    {
        Declaration => Declared(single.Code),
        TopLevel => $"{SdkSource.Usings}{Client} {single.Code} {single.Members}",
        _ => $"{SdkSource.Usings}class C {{ {Member(place, single.Code)} }} {single.Members}",
    };

    /// <summary>Declarations, without the SDK's namespaces, in which attributes have the same names.</summary>
    public static string Declared(string code) => $"using System; using System.Collections.Generic; using DynamoGen; {code}";

    private static string Member(string place, string statements) => place switch
    {
        "method" => $"async Task M() {{ {Client} {statements} await Task.Yield(); }}",
        "lambda" => $"Func<Task> F = async () => {{ {Client} {statements} await Task.Yield(); }};",
        "local function" => $"void M() {{ _ = L(); async Task L() {{ {Client} {statements} await Task.Yield(); }} }}",
        "switch" => $"async Task M(int n) {{ {Client} await Task.Yield(); switch (n) {{ case 1: {statements} break; }} }}",
        "else" => $"async Task M(int n) {{ {Client} await Task.Yield(); if (n > 1) {{ }} else {{ {statements} }} }}",
        Single => $"async Task M(int n) {{ {Client} await Task.Yield(); if (n > 1) {statements} else {statements} }}",
        "plain single" => $"void M(int n) {{ {Client} if (n > 1) {statements} else {statements} }}",
        "plain method" => $"void M() {{ {Client} {statements} }}",
        "plain lambda" => $"Task F() => Task.Run(() => {{ {Client} {statements} }});",
        "plain local function" => $"void M() {{ void L() {{ {Client} {statements} }} L(); }}",
        "plain switch" => $"void M(int n) {{ {Client} switch (n) {{ case 1: {statements} break; }} }}",
        "task method" => $"protected virtual Task M() {{ {Client} {statements} return Task.CompletedTask; }}",
        "task lambda" => $"Func<Task> F = () => {{ {Client} {statements} return Task.CompletedTask; }};",
        "void overload" => $"void M() => Run(() => {{ {Client} {statements} }}); void Run(Action a) => a(); void Run(Func<Task> a) => a();",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };
}

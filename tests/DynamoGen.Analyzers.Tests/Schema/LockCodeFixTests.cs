using DynamoGen.Analyzers.Schema;
using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.CodeFixes.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class LockCodeFixTests
{
    private const string Before =
        "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class Shop; [Entity<Shop>, Key(\"{Id}\", \"A\")] public partial record Order(string Id, int Total);";

    [Fact]
    public Task Fix_writes_the_lock()
    {
        const string Marked =
            "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class {|DG7003:Shop|}; [Entity<Shop>, Key(\"{Id}\", \"A\")] public partial record {|DG7003:Order|}(string Id, int Total);";
        return Fixes<UpdateLockCodeFix>(Marked, "{}\n", Before, LockedSource.LockOf(Before));
    }

    [Fact]
    public Task Fix_records_what_stored_items_survive()
    {
        const string Marked =
            "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class Shop; [Entity<Shop>, Key(\"{Id}\", \"A\")] public partial record {|DG7003:Order|}(string Id, long Total);";
        var after = Before.Replace("int Total", "long Total");
        return Fixes<UpdateLockCodeFix>(Marked, LockedSource.LockOf(Before), after, LockedSource.LockOf(after));
    }

    [Fact]
    public Task Change_that_stored_items_do_not_survive_is_accepted_by_hand()
    {
        const string Marked =
            "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class Shop; [Entity<Shop>, Key(\"{Id}\", \"A\")] public partial record Order(string Id, string {|DG7001:Total|});";
        var after = Before.Replace("int Total", "string Total");
        return Fixes<AcceptChangeCodeFix>(Marked, LockedSource.LockOf(Before), after, LockedSource.LockOf(after));
    }

    [Fact]
    public Task Upcaster_of_a_value_in_another_form_is_begun_and_the_version_raised() => Upcasts(
        "public partial record Order(string Id, System.Guid {|DG7001:Total|});",
        """
        public partial record Order(string Id, System.Guid Total)
        {
            [Upcast(from: 1, nameof(Total))]
            private static System.Guid TotalOf(int stored) => throw new global::System.NotImplementedException("Say what version 1 meant by its Total.");
        }
        """);

    [Fact]
    public Task Upcaster_of_a_renamed_value_is_written() => Upcasts(
        "public partial record {|DG7001:Order|}(string Id, int {|DG7001:Sum|});",
        """
        public partial record Order(string Id, int Sum)
        {
            [Upcast(from: 1, nameof(Sum), StoredAs = "Total")]
            private static int SumOf(int stored) => stored;
        }
        """);

    [Fact]
    public Task What_is_no_property_any_more_is_kept_by_unknown_attributes() => Keeps(
        "public partial record {|DG7001:Order|}(string Id);",
        """
        public partial record {|DG7003:Order|}(string Id)
        {
            [UnknownAttributes]
            public global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue> UnknownAttributes { get; init; } = new();
        }
        """);

    [Fact]
    public Task A_name_that_is_taken_is_left_alone() => Keeps(
        """
        public partial record {|DG7001:Order|}(string Id)
        {
            public static int UnknownAttributes => 0;
        }
        """,
        """
        public partial record {|DG7003:Order|}(string Id)
        {
            public static int UnknownAttributes => 0;

            [UnknownAttributes]
            public global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue> OtherAttributes { get; init; } = new();
        }
        """);

    [Fact]
    public Task What_is_stored_in_another_form_is_not_kept_by_unknown_attributes() => Keeps(
        "public partial record Order(string Id, System.Guid {|DG7001:Total|});", "public partial record Order(string Id, System.Guid {|DG7001:Total|});");

    [Fact]
    public void Nothing_keeps_all_that_is_gone_at_once() => Assert.Null(new KeepUnknownAttributesCodeFix().GetFixAllProvider());

    [Fact]
    public void Nothing_writes_all_upcasters_at_once() => Assert.Null(new AddUpcasterCodeFix().GetFixAllProvider());

    [Fact]
    public void Nothing_accepts_all_changes_at_once()
    {
        Assert.Null(new AcceptChangeCodeFix().GetFixAllProvider());
        Assert.NotNull(new UpdateLockCodeFix().GetFixAllProvider());
        Assert.DoesNotContain(new UpdateLockCodeFix().FixableDiagnosticIds, new AcceptChangeCodeFix().FixableDiagnosticIds.Contains);
    }

    /// <summary>The lock is as it was, and is then updated for itself.</summary>
    private static Task Upcasts(string marked, string after)
    {
        const string Begin = "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class Shop;\n\n";
        return Fixes<AddUpcasterCodeFix>(
            Begin + "[Entity<Shop>, Key(\"{Id}\", \"A\")]\n" + marked + "\n",
            LockedSource.LockOf(Before),
            Begin + "[Entity<Shop>(Version = 2), Key(\"{Id}\", \"A\")]\n" + after.Replace("record Order(", "record {|DG7003:Order|}(", StringComparison.Ordinal) + "\n",
            LockedSource.LockOf(Before));
    }

    private static Task Keeps(string marked, string after)
    {
        const string Begin =
            "#nullable enable\nusing DynamoGen; [Table(\"shop\")] public partial class Shop;\n\n[Entity<Shop>, Key(\"{Id}\", \"A\")]\n";
        return Fixes<KeepUnknownAttributesCodeFix>(Begin + marked + "\n", LockedSource.LockOf(Before), Begin + after + "\n", LockedSource.LockOf(Before));
    }

    private static Task Fixes<TFix>(string marked, string lockBefore, string source, string lockAfter)
        where TFix : CodeFixProvider, new()
    {
        var test = new FixTest<TFix>
        {
            TestCode = marked,
            FixedCode = source,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            NumberOfFixAllIterations = marked == source ? 0 : 1,
            NumberOfIncrementalIterations = marked == source ? 0 : 1,
        };
        test.TestState.AdditionalReferences.AddRange(References.All);
        test.TestState.AdditionalFiles.Add((LockFile.Name, lockBefore));
        test.FixedState.AdditionalFiles.Add((LockFile.Name, lockAfter));
        return test.RunAsync();
    }

    private sealed class FixTest<TFix> : CSharpCodeFixTest<SchemaLockAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        protected override ParseOptions CreateParseOptions() => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    }
}

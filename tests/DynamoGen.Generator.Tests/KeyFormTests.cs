namespace DynamoGen.Generator.Tests;

/// <summary>Keys as other programs write them, and what each form refuses.</summary>
public sealed class KeyFormTests
{
    private const string Tables = """
        namespace Shop;
        public enum Size { Small, Large }
        [Flags] public enum Marks { None, Red, Blue }
        [Table("things")] public sealed partial class T;

        """;

    [Theory]
    [InlineData("{City:raw}|{Name:raw}")]
    [InlineData("{City:raw}_{Number:D}/{Price:G}:{Size}")]
    [InlineData("{City:lower}#{Name:upper}")]
    [InlineData("{Size:lower}-{Size:D}#{Marks:D}")]
    [InlineData("{Id:N}{Id:D}")]
    [InlineData("{Id:N:upper}{At:unixSeconds}{City}")]
    [InlineData("{At:unixMilliseconds}{Flag:upper}{Flag:lower}")]
    [InlineData("{At:yyyy-MM-ddTHH:mm:ss.fffZ:lower}#{City}")]
    public void A_form_compiles(string template)
    {
        // One property stands in a template once.
        var names = template.Contains("{Id:N}{Id:D}", StringComparison.Ordinal) ? "{Id:N}{Number:D}"
            : template.Replace("{Size:D}", "{Other:D}", StringComparison.Ordinal).Replace("{Flag:lower}", "{City}", StringComparison.Ordinal);
        Design.Compiles(Run($"[Key(\"THING\", \"{names}\")]"));
    }

    [Theory]
    [InlineData("{City}|{Name}", "or {City:raw}, which writes it as it stands and refuses a '|' in it")]
    [InlineData("{City:raw}{Name}", "needs a text behind 'City', whose length varies")]
    [InlineData("{Number:D}{Name}", "needs a text behind the number 'Number'")]
    [InlineData("{Number:D}0{Name}", "needs a text behind the number 'Number'")]
    [InlineData("{Price:G}.{Name}", "needs a text behind the number 'Price'")]
    [InlineData("{Size}a{Name}", "has 'a' behind 'Size', whose member 'Small' has that character too")]
    [InlineData("{Number:lower}", "gives 'Number' a case, but a number has no letters")]
    [InlineData("{Number:raw}", "gives the number 'Number' the format 'raw'")]
    [InlineData("{Id:B}", "gives 'Id' a format, which its type does not take")]
    public void What_a_form_cannot_tell_apart_is_refused(string template, string reason)
    {
        var problem = Assert.Single(Design.Problems(Run($"[Key(\"THING\", \"{template}\")]")));
        Assert.Contains(reason, problem.Arguments[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{City:raw}|{Name}", "string fromCity")]
    [InlineData("{City:lower}", "string fromCity")]
    [InlineData("{Number:D}", "int fromNumber")]
    [InlineData("{Price:G}", "decimal toPrice")]
    [InlineData("{Size:D}", "Size fromSize")]
    [InlineData("{At:unixSeconds}", "DateTimeOffset fromAt")]
    public void A_range_of_what_does_not_sort_is_refused(string template, string parameter)
    {
        var run = Run($"[Key(\"THING\", \"{template}\")]", $"[Repository<Thing>] public partial interface IThings {{ IAsyncEnumerable<Thing> Of({parameter}); }}");
        Assert.NotEmpty(Design.Problems(run));
    }

    [Fact]
    public void A_key_of_its_own_beginning_or_value_is_asked_for() => Design.Compiles(Run(
        "[Key(\"THING\", \"{City:lower}|{Number:D}\")]",
        """
        [Repository<Thing>] public partial interface IThings
        {
            IAsyncEnumerable<Thing> Starting(string cityPrefix);
            IAsyncEnumerable<Thing> Of(string city);
            ValueTask<Thing?> Get(string city, int number);
        }
        """));

    private static GeneratorRun Run(string key, string repository = "") => GeneratorRun.Of(Tables + "[Entity<T>] " + key + """

        public sealed partial record Thing(
            string City, string Name, int Number, decimal Price, Size Size, Size Other, Marks Marks, Guid Id, DateTimeOffset At, bool Flag);

        """ + repository);
}

